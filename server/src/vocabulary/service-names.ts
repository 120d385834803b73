// The names of services and their ports; written by scripts/refresh-services.ts, not by hand.
// A line begins with the port below that of its first word. A word is `name:step|transports=alias`: so far behind the
// port before, 1 where it does not say; t TCP, u UDP, l UDP-Lite, s SCTP, d DCCP, a AppleTalk's DDP, else TCP and UDP.

/** Source: Debian's /etc/services, package netbase. */
export const DEBIAN_SERVICES = `
0 rtmp|a tcpmux:0|t nbp|a echo:2|a zip:2|a echo discard:2=sink=null systat:2|t=users daytime:2 netstat:2|t
16 qotd|t=quote chargen:2=ttytst=source ftp-data|t fsp|u=fspd ftp:0|t ssh|t telnet|t smtp:2|t=mail time:12=timserver
42 whois|t=nicname tacacs:6 domain:4 bootps:14|u bootpc|u tftp|u gopher|t finger:9|t http|t=www
87 kerberos=kerberos5=krb5=kerberos-sec iso-tsap:14|t=tsap acr-nema:2|t=dicom poppassd:2|t pop3:4|t=pop-3
110 sunrpc=portmapper auth:2|t=authentication=tap=ident nntp:6|t=readnews=untp ntp:4|u epmap:12|t=loc-srv
136 netbios-ns|u netbios-dgm|u netbios-ssn|t imap2:4|t=imap snmp:18 snmp-trap=snmptrap cmip-man cmip-agent mailq:10|t
176 xdmcp|u bgp:2|t smux:20|t qmtp:10|t z3950|t=wais ipx:3|u ptp-event:106|u ptp-general|u pawserv:25|t zserv|t
368 rpc2portmap codaauth2 clearcase|u=Clearcase ldap:18 svrloc:38 https:16 snpp|t microsoft-ds|t kpasswd:19
464 submissions|t=ssmtp=smtps=urd saft:22|t isakmp:13|u biff:12|u=comsat exec:0|t login|t who:0|u=whod
513 shell|t=cmd=syslog syslog:0|u printer|t=spooler talk:2|u ntalk|u route:2|u=router=routed gdomap:18 uucp:2|t=uucpd
542 klogin|t kshell|t=krcmd dhcpv6-client:2|u dhcpv6-server|u afpovertcp|t rtsp:6 nntps:9|t=snntp submission:24|t
606 nqs|t asf-rmcp:16|u qmqp:5|t ipp:3|t ldaps:5 ldp:10 tinc:9 silc:51|t kerberos-adm:43|t kerberos4=kerberos-iv=kdc
750 kerberos-master|u=kerberos_master kerberos-master:0|t passwd-server|u=passwd_server
753 krb-prop|t=krb_prop=krb5_prop=hprop moira-db:21|t=moira_db moira-update:2|t=moira_update moira-ureg:2|u=moira_ureg
782 spamd|t domain-s:70 supfilesrv:18|t rsync:2|t ftps-data:116|t ftps|t telnets:2|t imaps|t pop3s:2|t socks:85|t
1092 proofd|t rootd|t rmiregistry:5|t supfiledbg:28|t skkserv:51|t openvpn:16 predict:16|u rmtcfg:26|t xtel:77|t
1313 xtelw|t lotusnote:38|t=lotusnotes ms-sql-s:81|t ms-sql-m|u ingreslock:90|t datametrics:121=old-radius
1645 sa-msg-port=old-radacct kermit:3|t groupwise:28|t l2f:24|u=l2tp radius:111 radius-acct=radacct cisco-sccp:187|t
2048 nfs gnunet:37 rtcm-sc104:15 zephyr-srv|u zephyr-clt|u zephyr-hm|u gsigatekeeper:15|t iprop:2|t gris:14|t
2400 cvspserver|t venus:29 venus-se codasrv codasrv-se mon:150 zebrasrv:17|t zebra|t ripd|t ripngd|t ospfd|t bgpd|t
2605 ospf6d|t ospfapi|t isisd|t dict:20|t f5-globalsite:164|t gsiftp:19|t gpsd:136|t gds-db:103|t=gds_db icpv2:80|u=icp
3204 isns iscsi-target:55|t mysql:46|t ms-wbt-server:83|t nut:104 distcc:139|t daap:57|t svn|t=subversion suucp:341|t
4093 sysrqd|t sieve:96|t f5-iquery:163|t epmd:16|t remctl:4|t ntske:87|t ipsec-nat-t:40|u fax:57|t hylafax:2|t iax:10|u
4690 mtn|t radmin-port:208|t munin:50|t=lrrd sip:111 sip-tls xmpp-client:161|t=jabber-client
5268 xmpp-server|t=jabber-server cfengine:39|t mdns:45|u postgresql:79|t=postgres rplay:123|u freeciv|t=rptp nrpe:110|t
5666 nsca|t amqps:4|t amqp|ts canna:8|t x11:320|t=x11-0 x11-1|t x11-2|t x11-3|t x11-4|t x11-5|t x11-6|t x11-7|t
6345 gnutella-svc gnutella-rtr redis:32|t sge-qmaster:65|t=sge_qmaster sge-execd|t=sge_execd mysql-proxy|t
6513 syslog-tls|t sane-port:52|t=sane=saned ircd:101|t babel:29|u ircs-u|t afs3-fileserver:303|u bbs:0|t
7000 afs3-callback|u afs3-prserver|u afs3-vlserver|u afs3-kaserver|u afs3-volser|u afs3-bos:2|u afs3-update|u
7008 afs3-rmtsys|u font-service:91|t=xfs zope-ftp:921|t http-alt:59|t=webcache tproxy|t omniorb:7|t puppet:52|t
8989 clc-build-daemon|t xinetd:108|t bacula-dir:3|t bacula-fd|t bacula-sd|t git:315|t xmms2:249|t zope:6|t webmin:327|t
10049 zabbix-agent|t zabbix-trapper|t amanda:29|t kamanda|t amandaidx|t amidxtape|t nbd:726|t dicom:303|t hkp:259|t
17000 sgi-cmsd|u sgi-crsd|u sgi-gcd|u sgi-cad|t db-lsp:496|t dcap:4625|t gsidcap:3|t wnn6:145|t binkp:2281|t asp:2820
30864 csync2|t dircproxy:26135|t tfido:3177|t fido:2|t
`;

/** Source: IANA's registry of service names and port numbers. */
export const IANA_SERVICES = `
0 tcpmux rje:4 echo:2 discard:2|tusd systat:2 daytime:2 qotd:4 msp chargen ftp-data|tus ftp|tus ssh|tus telnet smtp:2
26 nsw-fe msg-icp:2 msg-auth:2 dsp:2 time:4 rap rlp graphics:2 nameserver nicname mpm-flags mpm mpm-snd auditd:2 tacacs
49 re-mail-ck xns-time:2 domain xns-ch isi-gl xns-auth xns-mail:2 acas:4 whois++ covia tacacs-ds sql*net bootps bootpc
68 tftp gopher netrjs-1 netrjs-2 netrjs-3 netrjs-4 deos:2 vettcp:2 finger http|tus www:0 www-http:0 xfer:2 mit-ml-dev
83 ctf mit-ml-dev mfcobol kerberos:2 su-mit-tg dnsix mit-dov npp dcp objcall supdup dixie swift-rvf tacnews metagram
100 hostname iso-tsap gppitnp acr-nema csnet-ns 3com-tsmux rtelnet snagas pop2 pop3 sunrpc mcidas auth sftp:2
115 ansanotify uucp-path sqlserv nntp cfdptkt erpc smakynet ntp ansatrader locus-map nxedit locus-con gss-xlicen pwdgen
129 cisco-fna cisco-tna cisco-sys statsrv ingres-net epmap profile netbios-ns netbios-dgm netbios-ssn emfis-data
140 emfis-cntl bl-idm imap|t uma uaac iso-tp0 iso-ip jargon aed-512 sql-net hems bftp sgmp netsc-prod netsc-dev sqlsrv
156 knet-cmp pcmail-srv nss-routing sgmp-traps snmp snmptrap cmip-man cmip-agent xns-courier s-net namp rsvd send
169 print-srv multiplex cl/1 xyplex-mux mailq vmnet genrad-mux xdmcp nextstep bgp|tus ris unify audit ocbinder ocserver
184 remote-kis kis aci mumps qft gacp prospero osu-nms srmp irc dn6-nlm-aud dn6-smm-red dls dls-mon smux src at-rtmp
201 at-nbp at-3 at-echo at-5 at-zis at-7 at-8 qmtp z39.50 914c/g anet ipx vmpwscs softpc CAIlic dbase mpp uarps imap3
220 fln-spx rsh-spx cdc masqdialer direct:18 sur-meas inbusiness link dsp3270 subntbcst_tftp bhfhs rap:8 set esro-gen:2
259 openport nsiiops arcisdms hdap bgmp x-bone-ctl sst td-service td-replica manet gist|u pt-tls|t http-mgmt:9
280 personal-link cableport-ax rescap corerjd fxp:2 k-block tacacss:13|t novastorbakcup:8 entrusttime bhmds
310 asip-webadmin vslmp magenta-logic opalis-robot dpsi decauth zannet pkix-timestamp ptp-event ptp-general pip rtsps
322 rpki-rtr|t rpki-rtr-tls|t texar:9 pdap:11 pawserv zserv fatserv csi-sgwp mftp matip-type-a bhoetty bhoedap4 ndsauth
353 bh611 datex-asn cloanto-net-1 bhevent shrinkwrap scoi2odialog:2 semantix srssend rsvp_tunnel aurora-cmgr dtk odmr
366 mortgageware qbikgdp rpc2portmap codaauth2 clearcase ulistproc legent-1 legent-2 hassle nip tnETOS dsETOS is99c
379 is99s hp-collector hp-managed-node hp-alarm-mgr arns ibm-app asa aurp unidata-ldm ldap uis synotics-relay
391 synotics-broker meta5 embl-ndt netcp netware-ip mptn kryptolan iso-tsap-c2 osb-sd ups genie decap nced ncld imsp
406 timbuktu prm-sm prm-nm decladebug rmt synoptics-trap smsp infoseek bnet silverplatter onmux hyper-g ariel1 smpte
420 ariel2 ariel3 opc-job-start opc-job-track icad-el smartsdp svrloc ocs_cmu ocs_amu utmpsd utmpcd iasd nnsp
433 mobileip-agent mobilip-mn dna-cml comscm dsfgw dasp sgcp decvms-sysmgt cvc_hostd https|tus snpp microsoft-ds
445 ddm-rdb ddm-dfm ddm-ssl as-servermap tserver sfs-smp-net sfs-config creativeserver contentserver creativepartnr
455 macon-tcp|t macon-udp:0|u scohelp appleqtc ampr-rcmd skronk datasurfsrv datasurfsrvsec alpes kpasswd igmpv3lite|u
464 submissions|t digital-vrc mylex-mapd photuris rcp scx-proxy mondex ljk-login hybrid-pop tn-tl-w1|t tn-tl-w2:0|u
474 tcpnethaspsrv tn-tl-fd1 ss7ns spsc iafserver iafdbase ph bgs-nsi ulpnet integra-sme powerburst avian saft gss-http
488 nest-protocol micom-pfs go-login ticf-1 ticf-2 pov-ray intecourier pim-rp-disc retrospect siam iso-ill isakmp stmf
501 mbap intrinsa citadel mailbox-lm ohimsrv crs xvttp snare fcp passgo biff|u exec:0|t login|t who:0|u shell|t
513 syslog|u printer videotex talk ntalk utime efs|t router:0|u ripng ulp ibm-db2 ncp timed tempo stx custix irc-serv
529 courier conference netnews netwall windream iiop opalis-rdv nmsp gdomap apertus-ldp uucp uucp-rlogin commerce
542 klogin kshell appleqtcsrvr dhcpv6-client dhcpv6-server afpovertcp idfp new-rwho cybercash devshr-nts pirp rtsp dsf
555 remotefs openvms-sysipc sdnskmp teedtap rmonitor monitor chshell nntps 9pfs whoami streettalk banyan-rpc ms-shuttle
568 ms-rome meter meter sonar banyan-vip ftp-agent vemmi ipcd vnas ipdd decbsrv sntp-heartbeat bdp scc-security
582 philips-vc keyserver password-chg:2 submission cal eyelink tns-cml http-alt eudora-set http-rpc-epmap tpip
594 cab-protocol smsd ptcnameservice sco-websrvrmg3 acp ipcserver syslog-conn xmlrpc-beep idxp tunnel soap-beep urm nqs
607 sift-uft npmp-trap npmp-local npmp-gui hmmp-ind hmmp-op sshell sco-inetmgr sco-sysmgr sco-dtmgr dei-icda compaq-evm
619 sco-websrvrmgr escp-ip collaborator asf-rmcp|u oob-ws-http:0|t cryptoadmin dec_dlm asia passgo-tivoli qmqp
628 3com-amp3 rda ipp|u ipps:0|t bmpp servstat ginad rlzdbase ldaps lanserver mcns-sec msdp entrust-sps repcmd
641 esro-emsdp sanity dwr pssc ldp dhcp-failover rrp cadview-3d obex ieee-mms hello-port repscmd aodv tinc spmp rmc
657 tenfold mac-srvr-admin:2 hap pftp purenoise asf-secure-rmcp|u oob-ws-https:0|t sun-dr doom disclose mecomm
668 meregister vacdsm-sws vacdsm-app vpps-qua cimplex acap dctp vpps-via vpp ggf-ncp mrm entrust-aaas entrust-aams xfr
682 corba-iiop corba-iiop-ssl mdc-portmapper hcp-wismar asipregistry realm-rusd nmap vatp msexch-routing hyperwave-isp
692 connendp ha-cluster ieee-mms-ssl rushd uuidgen olsr accessnetwork epp lmp iris-beep elcsd:2 agentx silc borland-dsj
708 entrust-kmsh entrust-ash cisco-tdp tbrpf iris-xpc iris-xpcs iris-lwz pana|u netviewdm1:13 netviewdm2 netviewdm3
740 netgw netrcs flexlm:2 fujitsu-dev:3 ris-cm kerberos-adm kerberos-iv|u rfile:0|t pump qrh rrh tell nlogin:4 con ns
760 rxe quotad cycleserv omserv webster phonebook:2 vid:2 cadlock rtip cycleserv2 notify|u submit:0|t acmaint_dbd|u
773 rpasswd|t acmaint_transd|u entomb:0|t wpages multiling-http wpgs:3 mdbs_daemon:20 device mbap-s fcp-udp:8
827 itm-mcell-s pkix-3-ca-ra netconf-ssh dhcp-failover2:17 gdoi domain-s:5 dlep iscsi:6 owamp-control|t owamp-test:0|u
861 twamp-control|t twamp-test:0|u rsync:11 iclcnet-locate:13 iclcnet_svinfo accessbuilder|u cddbp:0|t
899 omginitialrefs smpnameres ideafarm-door ideafarm-panic kink:7 xact-backup apex-mesh apex-edge rift-lies|u
914 rift-ties|u rndc:38|t ftps-data:36 ftps nas telnets imaps|t pop3s:2 vsinet maitrd busboy|t puparp:0|u puprouter
999 cadlock2 webpush|t surf:9 exp1:11|tusd exp2|tusd blackjack:3 cap 6a44|u solid-mux:2 netinfo-local:4 activesync
1034 mxxrlogin nsstp ams mtqp sbl netarx danf-ak2 afrog boinc-client dcutility fpitp wfremotertm neod1 neod2 td-postman
1049 cma optima-vnet ddt remote-as brvread ansyslmd vfo startron nim nimreg polestar kiosk veracity kyoceranetdev jstel
1064 syscomlan fpo-fns instl_boots instl_bootc cognex-insight gmrupdateserv bsquare-voip cardax bridgecontrol
1073 warmspotMgmt rdrmshc dab-sti-c imgames avocent-proxy asprovatalk socks pvuniwien amt-esd-prot ansoft-lm-1
1083 ansoft-lm-2 webobjects cplscrambler-lg cplscrambler-in cplscrambler-al ff-annunc ff-fms ff-sm obrpd proofd rootd
1094 nicelink cnrprotocol sunclustermgr rmiactivation rmiregistry mctp pt2-discover adobeserver-1 adobeserver-2 xrl
1104 ftranhc isoipsigport-1 isoipsigport-2 ratio-adp nfsd-keepalive:2|u webadmstart:0|t lmsocialserver icp
1112 ltp-deepspace|tud mini-sql ardus-trns ardus-cntl ardus-mtrns sacred bnetgame bnetfile rmpp availant-mgr murray
1123 hpvmmcontrol hpvmmagent hpvmmdata kwdb-commn saphostctrl saphostctrls casp caspssl kvm-via-ip dfn aplx omnivision
1135 hhb-gateway trim encrypted_admin evm autonoc mxomss edtools imyx fuscript x9-icue audit-transfer capioverlan
1147 elfiq-repl bvtsonar blaze unizensus winpoplanmess c1222-acse resacommunity nfa iascontrol-oms iascontrol
1157 dbcontrol-oms oracle-oms olsv health-polling health-trap sddp qsm-proxy qsm-gui qsm-remote cisco-ipsla|tus vchat
1168 tripwire atc-lm atc-appserver dnap d-cinema-rrp fnet-remote-ui dossier indigo-server dkmessenger sgi-storman b2n
1179 mc-client 3comnetman accelenet|t accelenet-data:0|u llsurfup-http llsurfup-https catchpole mysql-cluster alias
1187 hp-webadmin unet commlinx-avl gpfs caids-sensor fiveacross openvpn rsf-1 netmagic carrius-rshell cajo-discovery
1198 dmidi scol nucleus-sand caiccipc ssslic-mgr ssslog-mgr accord-mgc anthony-data metasage seagull-ais ipcd3 eoss
1210 groove-dpp lupa mpc-lifenet kazaa scanstat-1 etebac5 hpss-ndapi aeroflight-ads aeroflight-ret qt-serveradmin
1220 sweetware-apps nerv tgp vpnz slinkysearch stgxfws dns2go florence zented periscope menandmice-lpm first-defense
1232 univ-appserver search-agent mosaicsyssvc1 bvcontrol tsdos390 hacl-qs nmsd instantia nessus nmasoverip
1242 serialgateway isbconference1 isbconference2 payrouter visionpyramid hermes mesavistaco swldy-sias servergraph
1251 bspne-pcc q55-pcc de-noc de-cache-query de-server shockwave2 opennl opennl-voice ibm-ssd mpshrsv qnts-orb dka prat
1264 dssiapi dellpwrappks epc propel-msgsys watilapp opsmgr excw cspmlockmgr emc-gateway t1distproc ivcollector
1276 miva-mqs dellwebadmin-1 dellwebadmin-2 pictrography healthd emperion productinfo iee-qfx neoiface netuitive
1286 routematch navbuddy jwalkserver winjaserver seagulllms dsdn pkt-krb-ipsec cmmdriver ehtp dproxy sdproxy lpcp
1298 hp-sci h323hostcallsc sftsrv:3 boomerang pe-mike re-conn-proto pacmand odsi jtag-server husky rxmon sti-envision
1312 bmc_patroldb pdps els exbit-escp vrts-ipcserver krb5gatekeeper amx-icsp amx-axbnet pip novation brcd delta-mcp
1324 dx-instrument wimsic ultrex ewall netdb-export streetperfect intersan pcia-rxp-b passwrd-policy writesrv
1334 digital-notary ischat menandmice-dns wmc-log-svc kjtsiteserver naap qubes esbroker re101 icap vpjp alta-ana-lm
1346 bbn-mmc bbn-mmx sbook editbench equationbuilder lotusnote relief XSIP-network intuitive-edge cuillamartin pegboard
1357 connlcli ftsrv mimer linx timeflies ndm-requester ndm-server adapt-sna netware-csp dcs screencast gv-us us-gv
1370 fc-cli fc-ser chromagrafx molly bytex ibm-pps cichlid elan dbreporter telesis-licman apple-licman udt_os gwha
1383 os-licman atex_elmd checksum cadsi-lm objective-dbc iclpv-dm iclpv-sc iclpv-sas iclpv-pm iclpv-nls iclpv-nlc
1394 iclpv-wsm dvl-activemail audio-activmail video-activmail cadkey-licman cadkey-tablet goldleaf-licman prm-sm-np
1402 prm-nm-np igi-lm ibm-res netlabs-lm tibet-server|t sophia-lm here-lm hiq af innosys innosys-acl ibm-mqseries
1414 dbstar novell-lu6.2 timbuktu-srv1 timbuktu-srv2 timbuktu-srv3 timbuktu-srv4 gandalf-lm autodesk-lm essbase hybrid
1424 zion-lm sais mloadd informatik-lm nms tpdu rgtp blueberry-lm ms-sql-s ms-sql-m ibm-cics saism tabula eicon-server
1438 eicon-x25 eicon-slp cadis-1 cadis-2 ies-lm marcam-lm proxima-lm ora-lm apri-lm oc-lm peport dwf infoman gtegsc-lm
1452 genie-lm interhdl_elmd esl-lm dca valisys-lm nrcabq-lm proshare1 proshare2 ibm_wrless_lan world-lm nucleus msl_lmd
1464 pipes oceansoft-lm csdmbase csdm aal-lm uaiact csdmbase csdm openmath telefinder taligent-lm clvm-cfg
1476 ms-sna-server ms-sna-base dberegister pacerforum airs miteksys-lm afs confluent lansource nms_topo_serv
1486 localinfosrvr docstor dmdocbroker insitu-conf stone-design-1:2 netmap_lm ica cvc liberty-lm rfx-lm sybase-sqlany
1498 fhc vlsi-lm saiscm shivadiscovery imtc-mcs evb-elm funkproxy utcd symplex diagmond robcad-lm mvx-lm 3l-l1 wins
1512 fujitsu-dtc fujitsu-dtcns ifor-protocol vpad vpac vpvd vpvc atm-zip-office ncube-lm ricardo-lm cichild-lm
1523 ingreslock prospero-np pdap-np tlisrv norp|tus coauthor rap-service rap-listen miroconnect virtual-places
1533 micromuse-lm ampr-info ampr-inter sdsc-lm 3ds-lm intellistor-lm rds rds2 gridgen-elmd simba-cs aspeclmd
1544 vistium-share abbaccuray laplink axon-lm shivahose|t shivasound:0|u 3m-image-lm hecmtl-db pciarray sna-cs caci-lm
1554 livelan veritas_pbx arbortext-lm xingmpeg web2host asci-val facilityview pconnectmgr cadabra-lm pay-per-view
1564 winddlb corelvideo jlicelmd tsspmap ets orbixd rdb-dbs-disp chip-lm itscomm-ns mvel-lm oraclenames moldflow-lm
1576 hypercube-lm jacobus-lm ioc-sea-lm tn-tl-r1|t tn-tl-r2:0|u mil-2045-47001 msims simbaexpress tn-tl-fd2 intv
1585 ibm-abtact pra_elmd triquest-lm vqp gemini-lm ncpm-pm commonspace mainsoft-lm sixtrak radio radio-bc|u
1595 radio-sm|t orbplus-iiop picknfs simbaservices issd aas inspect picodbc icabrowser slp slm-api stt smart-lm
1608 isysg-lm taurus-wh ill netbill-trans netbill-keyrep netbill-cred netbill-auth netbill-prod nimrod-agent skytelnet
1618 xs-openstorage faxportwinport softdataphone ontime jaleosnd udp-sr-port svs-omagent shockwave t128-gateway
1627 lontalk-norm lontalk-urgnt oraclenet8cman visitview pammratc pammrpc loaprobe edb-server1 isdc islc ismc
1638 cert-initiator cert-responder invision isis-am isis-ambc saiseh sightline sa-msg-port rsap concurrent-lm kermit
1649 nkd shiva_confsrvr xnmp alphatech-lm stargatealerts dec-mbadmin dec-mbadmin-h fujitsu-mmpdc sixnetudr sg-lm
1659 skip-mc-gikreq netview-aix-1 netview-aix-2 netview-aix-3 netview-aix-4 netview-aix-5 netview-aix-6 netview-aix-7
1667 netview-aix-8 netview-aix-9 netview-aix-10 netview-aix-11 netview-aix-12 proshare-mc-1 proshare-mc-2 pdp
1675 netcomm1|t netcomm2:0|u groupwise prolink darcorp-lm microcom-sbp sd-elmd lanyon-lantern ncpm-hip snaresecure
1684 n2nremote cvmon nsjtp-ctrl nsjtp-data firefox ng-umds empire-empuma sstsys-lm rrirtr rrimwm rrilwm rrifmm rrisat
1697 rsvp-encap-1 rsvp-encap-2 mps-raft l2tp deskshare hb-engine bcs-broker slingshot jetform vdmplay gat-lmd centra
1709 impera pptconference registrar conferencetalk sesi-lm houdini-lm xmsg fj-hdnet h323gatedisc h323gatestat
1719 h323hostcall|tus caicci hks-lm pptp csbphonemaster iden-ralp iberiagames winddx telindus citynl roketz msiccp
1731 proxim siipat cambertx-lm privatechat street-stream ultimad gamegen1 webaccess encore cisco-net-mgmt 3Com-nsd
1742 cinegrfx-lm ncpm-ft remote-winsock ftrapid-1 ftrapid-2 oracle-em1 aspen-services sslp swiftnet lofr-lm
1752 predatar-comms|t oracle-em2 ms-streaming capfast-lmd cnhrp tftp-mcast spss-lm www-ldap-gw cft-0 cft-1 cft-2 cft-3
1764 cft-4 cft-5 cft-6 cft-7 bmc-net-adm bmc-net-svc vaultbase essweb-gw kmscontrol global-dtserv vdab|t femis
1776 powerguardian prodigy-intrnet pharmasoft dpkeyserv answersoft-lm hp-hcip finle-lm:2 windlm funk-logger
1786 funk-license psmond hello nmsp ea1 ibm-dt-2 rsc-robot cera-bcm dpi-proxy vocaltec-admin uma etp netrisk ansys-lm
1800 msmq concomp1 hp-hcip-gwy enl enl-name musiconline fhsp oracle-vp2 oracle-vp1 jerand-lm scientia-sdb radius
1812 radius-acct tdp-suite mmpft harp rkb-oscs etftp plato-lm mcagent donnyworld es-elmd unisys-lm metrics-pas
1824 direcpc-video ardt asi itm-mcell-u optika-emedia net8-cman myrtle tht-treasure udpradio ardusuni ardusmul ste-smsc
1836 csoft1 talnet netopia-vo1 netopia-vo2 netopia-vo3 netopia-vo4 netopia-vo5 direcpc-dll altalink tunstall-pnc
1846 slp-notify fjdocdist alpha-sms gsi ctcd virtual-time vids-avtp buddy-draw fiorano-rtrsvc fiorano-msgsvc datacaptor
1857 privateark gammafetchsvr sunscalar-svc lecroy-vicp mysql-cm-agent msnp paradym-31port entp swrmi udrive
1867 viziblebrowser transact sunscalar-dns canocentral0 canocentral1 fjmpjps fjswapsnp westell-stats ewcappsrv
1876 hp-webqosdb drmsmc nettgain-nms vsat-control ibm-mqseries2 ecsqdmn mqtt idmaps vrtstrapserver leoip filex-lport
1887 ncconfig unify-adapter wilkenlistener childkey-notif childkey-ctrl elad o2server-port b-novative-ls:2 metaagent
1897 cymtec-port mc2studios ssdp fjicl-tep-a fjicl-tep-b linkname fjicl-tep-c sugp tpmd intrastar dawn global-wlink
1909 ultrabac mtp rhp-iibp armadp elm-momentum facelink persona noagent can-nds can-dch can-ferret noadmin tapestry
1922 spice xiip discovery-port egs videte-cipc emsd-port bandwiz-system driveappserver amdsched ctt-broker xmapi xaapi
1934 macromedia-fcs jetcmeserver jwserver jwclient jvserver jvclient dic-aida res beeyond-media close-combat
1944 dialogic-elmd tekpls sentinelsrm eye2eye ismaeasdaqlive ismaeasdaqtest bcs-lmserver mpnjsc rapidbase abr-api
1954 abr-secure vrtl-vmf-ds unix-status dxadmind simp-all nasmanager bts-appserver biap-mp webmachine solid-e-engine
1964 tivoli-npm slush sns-quote lipsinc lipsinc1 netop-rc netop-school intersys-cache dlsrap drp tcoflashagent
1975 tcoregagent tcoaddressbook unisql unisql-java panquest-xact p2pq estamp lhtp bb hsrp licensedaemon tr-rsrb-p1
1987 tr-rsrb-p2 mshnet stun-p1 stun-p2 ipsendmsg snmp-tcp-port stun-port perf-port tr-rsrb-port gdp-port x25-svc-port
1998 tcp-id-port cisco-sccp dc|t wizard:0|u globe brutus emce|u mailbox:0|t berknet|t oracle:0|u invokator|t
2005 raid-cd|u dectalk|t raid-am:0|u conf|t terminaldb:0|u news|t whosockami:0|u pipe_server|u search:0|t raid-cc|t
2010 servserv|u raid-ac|u ttyinfo:0|t raid-am|t raid-cd:0|u raid-sf|u troff:0|t cypress|t raid-cs:0|u bootserver
2016 bootclient|u cypress-stat:0|t rellpack|u terminaldb:0|t about|u whosockami:0|t xinupageserver servexec|t
2020 xinuexpansion1|u down|t xinuexpansion2:0|u xinuexpansion3 xinuexpansion4 ellpack|t xribs:0|u scrabble shadowserver
2027 submitserver hsrpv6 device2 mobrien-chat blackboard glogger scoremgr imsldoc e-dpnet applus objectmanager prizma
2039 lam interbase isis isis-bcast rimsl cdfunc sdfunc dls dls-monitor nfs|tus av-emb-config epnsdp clearvisn
2052 lot105-ds-upd weblogin iop omnisky rich-cp newwavesearch bmc-messaging teleniumdaemon netmount icg-swp icg-bridge
2063 icg-iprelay dlsrpn aura dlswpn avauthsrvprtcl event-port ah-esp-encap acp-port msync gxs-data-port vrtl-vmf-sa
2074 newlixengine newlixconfig tsrmagt tpcsrvr idware-router autodesk-nlm kme-trap-port infowave radsec sunclustergeo
2084 ada-cip gnunet eli ip-blf sep lrp prp descent3 nbx-cc nbx-au nbx-ser nbx-dir jetformpreview dialog-port
2098 h2250-annex-g amiganetfs rtcm-sc104 zephyr-srv zephyr-clt zephyr-hm minipay mzap bintec-admin comcam ergolight
2109 umsp dsatp idonix-metanet hsl-storm ariascribe kdm ccowcmr mentaclient mentaserver gsigatekeeper qencp
2120 scientia-ssdb caupc-remote gtp-control elatelink lockstep pktcable-cops index-pc-wb net-steward cs-live xds
2130 avantageb2b solera-epmap zymed-zpp avenue gris appworxsrv connect unbind-cluster ias-auth ias-reg ias-admind
2141 tdmoip lv-jc lv-ffx lv-pici lv-not lv-auth veritas-ucl acptsys dynamic3d docent gtp-user ctlptc stdptc brdptc trp
2156 xnds touchnetplus gdbremote apc-2160 apc-2161 navisphere navisphere-sec ddns-v3 x-bone-api iwserver raw-serial
2167 easy-soft-mux brain eyetv msfw-storage msfw-s-storage msfw-replica msfw-array airsync rapi qwave bitspeer vmrdp
2179 mc-gt-srv eforward cgn-stat cgn-config nvd onbase-dds gtaua ssmc|t ssmd:0|u radware-rpm|t radware-rpm-s|t
2189 tivoconnect tvbus asdis drwcs mnp-exchange:4 onehome-remote onehome-help ats:2 imtc-map b2-runtime b2-license jps
2205 hpocbus hpssd hpiod rimf-ps noaaport emwin leecoposserver kali rpi ipcore vtu-comms gotodevice bounzza netiq-ncap
2219 netiq ethernet-ip-s EtherNet/IP-1 rockwell-csp2 efi-mg rcip-itu|ts di-drm di-msg ehome-ms datalens queueadm
2230 wimaxasncp ivs-video infocrypt directplay sercomm-wlink nani optech-port1-lm aviva-sna imagequery recipe ivsd
2241 foliocorp magicom nmsserver hao pc-mta-addrmap antidotemgrsvr ums rfmp remote-collab dif-port njenet-ssl
2252 dtv-chan-req seispoc vrtp pcc-mfp simple-tx-rx rcts bid-serv apc-2260 comotionmaster comotionback ecwcfg
2263 apx500api-1 apx500api-2 mfserver ontobroker amt mikey starschool mmcals mmcal mysql-im pcttunnell ibridge-data
2275 ibridge-mgmt bluectrlproxy s3db xmquery lnvpoller lnvconsole lnvalarm lnvstatus lnvmaps lnvmailmon nas-metering
2286 dna netml dict-lookup sonus-logging eapsp mib-streaming npdbgmngr konshus-lm advant-lm theta-lm d2k-datamover1
2297 d2k-datamover2 pc-telecommute cvmmon cpq-wbem binderysupport proxy-gateway attachmate-uts mt-scaleserver
2305 tappi-boxnet pehelp sdhelp sdserver sdclient messageservice wanscaler iapp cr-websystems precise-sft sent-lm
2316 attachmate-g32 cadencecontrol infolibria siebel-ns rdlap ofsd 3d-nfsd cosmocall ansysli idcp xingcsm netrix-sftm
2328 nvd tscchat agentview rcc-host snapp ace-client ace-proxy appleugcontrol ideesrv norton-lambert 3com-webview
2339 wrs_registry xiostatus manage-exec nati-logos fcmsys dbm redstorm_join redstorm_find redstorm_info redstorm_diag
2349 psbserver psrserver pslserver pspserver psprserver psdbserver gxtelmd unihub-server futrix flukeserver
2359 nexstorindltd tl1 digiman mediacntrlnfsd oi-2000 dbref qip-login service-ctrl opentable bif-p2p l3-hbmon rda|t
2371 lanmessenger remographlm|t hydra|t docker|t docker-s|t swarm|t dali|u etcd-client|t etcd-server|t compaq-https
2381 ms-olap3 ms-olap4 sd-capacity|u sd-request:0|t sd-data virtualtape vsamredirector mynahautostart ovsessionmgr
2389 rsmtp 3com-net-mgmt tacticalauth ms-olap1 ms-olap2 lan900_remote wusage ncl orbiter fmpro-fdal opequus-server
2400 cvspserver taskmaster2000 taskmaster2000 iec-104 trc-netpoll jediserver orion railgun-webaccl|t sns-protocol
2409 vrts-registry netwave-ap-mgmt cdn orion-rmi-reg beeyond codima-rtp rmtserver composit-server cas attachmate-s2s
2419 dslremote-mgmt g-talk crmsbits rnrp kofax-svr fjitsuappmgr vcmp mgcp-gateway ott ft-role venus venus-se codasrv
2432 codasrv-se pxc-epmap optilogic topx unicontrol msp sybasedbsynch spearway pvsw-inet netangel powerclientcsf
2443 btpp2sectrans dtn1 bues_service ovwdb hpppssvr ratl netadmin netchat snifferclient madge-ltd indx-dds
2454 wago-io-system altav-remmgt rapido-ip griffin xrpl ms-theater qadmifoper qadmifevent lsi-raid-mgmt direcpc-si lbm
2465 lbf high-criteria qip-msgd mti-tcs-comm taskman-port seaodbc c3 aker-cdp vitalanalysis ace-server ace-svr-prop
2476 ssm-cvs ssm-cssps ssm-els powerexchange giop giop-ssl ttc ttc-ssl netobjects1 netobjects2 pns moy-corp tsilb
2489 qip-qdhcp conclave-cpp groove talarian-mqs bmc-ar fast-rem-serv dirgis quaddb odn-castraq unicontrol rtsserv
2500 rtsclient kentrox-prot nms-dpnss wlbs ppcontrol jbroker spock jdatastore fjmpss fjappmgrbulk metastorm citrixima
2512 citrixadmin facsys-ntp facsys-router maincontrol call-sig-trans willy globmsgsvc pvsw adaptecmgr windb qke-llc-v3
2523 optiwave-lm ms-v-worlds ema-sent-lm iqserver ncr_ccl utsftp vrcommerce ito-e-gui ovtopmd snifferserver
2533 combox-web-acc madcap btpp2audctr1 upgrade vnwk-prapi vsiadmin lonworks lonworks2 udrawgraph reftek novell-zen
2544 sis-emt vytalvaultbrtp vytalvaultvsmp vytalvaultpipe ipass ads isg-uda-server call-logging efidiningport
2553 vcnet-link-v10 compaq-wcp nicetec-nmsvc nicetec-mgmt pclemultimedia lstp labrat mosaixcc delibo cti-redwood
2563 hp-3000-telnet coord-svr pcs-pcw clp spamtrap sonuscallsig hs-port cecsvc ibp trustestablish blockade-bpsp hl7
2575 tclprodebugger scipticslsrvr rvs-isdn-dcp mpfoncl tributary argis-te argis-ds mon cyaserv netx-server netx-agent
2586 masc privilege quartus-tcl idotdist maytagshuffle netrek mns-mail dts worldfusion1 worldfusion2 homesteadglory
2597 citriximaclient snapd hpstgmgr discp-client discp-server servicemeter nsc-ccs nsc-posa netmon connection
2607 wag-service system-monitor versa-tek lionhead qpasa-agent smntubootstrap neveroffline firepower appswitch-emp
2616 cmadmin priority-e-com bruce lpsrecommender miles-apart metricadbc lmdp aria blwnkl-port gbjd816 moshebeeri dict
2628 sitaraserver sitaramgmt sitaradir irdg-post interintelli pk-electronics backburner solve imdocsvc sybaseanywhere
2638 aminet ami-control hdl-srv tragic gte-samp travsoft-ipx-t novell-ipx-cmd and-lm syncserver upsnotifyprot vpsipport
2649 eristwoguns ebinsite interpathpanel sonus corel_vncadmin unglue kana sns-dispatcher sns-admin sns-query gcmonitor
2660 olhost bintec-capi bintec-tapi patrol-mq-gm patrol-mq-nm extensis alarm-clock-s alarm-clock-c toad tve-announce
2670 newlixreg nhserver firstcall42 ewnn ttc-etap simslink gadgetgate1way gadgetgate2way syncserverssl pxc-sapxom
2680 mpnjsomb ncdloadbalance:2 mpnjsosv mpnjsocl mpnjsomg pq-lic-mgmt md-cg-http fastlynx hp-nnm-data itinternet
2691 admins-lms pwrsevent:2 vspread unifyadmin oce-snmp-trap mck-ivpip csoft-plusclnt tqdata sms-rcinfo sms-xfer
2702 sms-chat sms-remctrl sds-admin ncdmirroring emcsymapiport banyan-net supermon sso-service sso-control aocp
2712 raventbs raventdm hpstgmgr2 inova-ip-disco pn-requester pn-requester2 scan-change wkars smart-diagnose
2721 proactivesrvr watchdog-nt qotps msolap-ptp2 tams mgcp-callagent sqdr tcim-control nec-raidplus fyre-messanger g5m
2732 signet-ctf ccs-software netiq-mc radwiz-nms-srv srp-feedback ndl-tcp-ois-gw tn-timing alarm tsb tsb2 murx honyaku
2744 urbisnet cpudpencap fjippol-swrly fjippol-polsvr fjippol-cnsl fjippol-port1 fjippol-port2 rsisysaccess de-spot
2753 apollo-cc expresspay simplement-tie cnrp apollo-status apollo-gms sabams dicom-iscl dicom-tls desktop-dna
2763 data-insurance qip-audup compaq-scp uadtc uacs exce veronica vergencecm auris rbakcup1 rbakcup2 smpp ridgeway1
2776 ridgeway2 gwen-sonya lbc-sync lbc-control whosells everydayrc aises www-dev aic-np aic-oncrpc piccolo fryeserv
2788 media-agent plgproxy mtport-regist f5-globalsite initlsmsad urp livestats ac-tech esp-encap tmesis-upshot
2798 icon-discover acc-raid igcp veritas-tcp1|t veritas-udp1:0|u btprjctrl dvr-esm wta-wsp-s cspuni cspmulti j-lan-p
2808 corbaloc netsteward gsiftp atmtcp llm-pass llm-csv lbc-measure lbc-watchdog nmsigport rmlnk fc-faultnotify
2819 univision vrts-at-port ka0wuc cqg-netlan cqg-netlan-1 slc-systemlog:2 slc-ctrlrloops itm-lm silkp1 silkp2 silkp3
2831 silkp4 glishd evtp evtp-data catalyst repliweb starbot nmsigport l3-exprt l3-ranger l3-hawk pdnet bpcp-poll
2844 bpcp-trap aimpp-hello aimpp-port-req amt-blc-port fxp metaconsole webemshttp bears-01 ispipes infomover msrp|t
2855 cesdinv simctlp ecnp activememory dialpad-voice1 dialpad-voice2 ttg-protocol sonardata astronova-main pit-vpn
2865 iwlistener esps-portal npep-messaging icslap daishi msi-selectplay radix psrt dxmessagebase1 dxmessagebase2
2875 sps-tunnel bluelance aap ucentric-ds synapse ndsp ndtp ndnp flashmsg topflow responselogic aironetddp spcsdlobby
2888 rsom cspclmulti cinegrfx-elmd snifferdata vseconnector abacus-remote natuslink ecovisiong6-1 citrix-rtmp
2897 appliance-cfg powergemplus quicksuite allstorcns netaspi suitcase m2ua|tus m3ua|ts caller9 webmethods-b2b mao
2908 funk-dialout tdaccess blockade epicon boosterware gamelobby tksocket elvin_server elvin_client kastenchasepad
2918 roboer roboeda cesdcdman cesdcdtrn wta-wsp-wtp-s precise-vip mobile-file-dl:2 unimobilectrl redstone-cpss
2928 amx-webadmin amx-weblinx circle-x incp 4-tieropmgw 4-tieropmcli qtp otpatch pnaconsult-lm sm-pas-1 sm-pas-2
2939 sm-pas-3 sm-pas-4 sm-pas-5 ttnrepository megaco-h248|tus h248-binary|tus fjsvmpor gpsd wap-push wap-pushsecure
2949 esip ottp mpfwsas ovalarmsrv ovalarmsrv-cmd csnotify ovrimosdbman jmact5 jmact6 rmopagt dfoxserver boldsoft-lm
2961 iph-policy-cli iph-policy-adm bullant-srap bullant-rap idp-infotrieve ssc-agent enpp essp index-net netclip
2971 pmsm-webrctl svnetworks signal fjmpcm cns-srv-port ttc-etap-ns ttc-etap-ds h263-video wimd mylxamport
2981 iwb-whiteboard netplan hpidsadmin hpidsagent stonefalls identify hippad zarkov boscap wkstn-mon avenyo
2992 veritas-vis1 veritas-vis2 idrs vsixml rebol realsecure remoteware-un remoteware-cl origo-native|t remoteware-srv
3002 cgms csoftragent geniuslm ii-admin lotusmtap midnight-tech pxc-ntfy gw|t ping-pong:0|u trusted-web twsdss
3012 gilatskysurfer broker_service nati-dstp notify_srvr event_listener srvc_registry resource_mgr cifs agriserver
3021 csregagent magicnotes nds_sso arepa-raft agri-gateway LiebDevMgmt_C LiebDevMgmt_DM LiebDevMgmt_A arepa-cas eppc
3031 redwood-chat pdb osmosis-aeea fjsv-gssagt hagel-dump hp-san-mgmt santak-ups cogitate tomato-springs di-traceware
3041 journee brp epp responsenet di-ase hlserver pctrader nsws gds_db galaxy-server apc-3052 dsom-server amt-cnf-prot
3054 policyserver cdl-server goahead-fldup videobeans qsoft interserver cautcpd ncacn-ip-tcp ncadg-ip-udp rprt
3064 slinterbase netattachsdmp fjhpjp ls3bcast ls3 mgxswitch xplat-replicate|t csd-monitor vcrp xbox orbix-locator
3075 orbix-config orbix-loc-ssl orbix-cfg-ssl lv-frontpanel stm_pproc tl1-lv tl1-raw tl1-telnet itm-mccs pcihreq
3085 jdl-dbkitchen asoki-sma xdtp ptk-alink stss 1ci-smcs rapidmq-center:2 rapidmq-reg panasas ndl-aps itu-bicc-stc|s
3097 umm-port chmd opcon-xps hp-pxpib slslavemon autocuesmi autocuelog|t autocuetime:0|u cardbox cardbox-http business
3107 geolocate personnel sim-control wsynch ksysguard cs-auth-svr ccmad mctet-master mctet-gateway mctet-jserv pkagent
3118 d2000kernel d2000webserver pcmk-remote|t vtr-emulator edix beacon-port a13-an ctx-bridge:2 ndl-aas netport-id
3129 icpv2 netbookmark ms-rule-engine prism-deploy ecp peerbook-port grubd rtnt-1 rtnt-2 incognitorv ariliamulti vmodem
3141 rdc-wh-eos seaview tarantella csi-lfap bears-02 rfio nm-game-admin nm-game-server nm-asses-admin nm-assessor
3151 feitianrockey s8-client-port ccmrmi jpegmpeg indura lsa-comm stvp navegaweb-port tip-app-server doc1lm sflm
3162 res-sap imprs newgenpay sossecollector nowcontact poweronnud serverview-as serverview-asn serverview-gf
3171 serverview-rm serverview-icc armi-server t1-e1-over-ip ars-master phonex-port radclientport h2gf-w-2m mc-brk-srv
3180 bmcpatrolagent bmcpatrolrnvu cops-tls apogeex-port smpppd iiw-port odi-port brcm-comm-port pcle-infex csvr-proxy
3190 csvr-sslproxy firemonrcc spandataport magbind ncu-1 ncu-2 embrace-dp-s embrace-dp-c dmod-workspace tick-port
3200 cpq-tasksmart intraintra netwatcher-mon netwatcher-db isns ironmail vx-auth-port pfu-prcallback netwkpathengine
3209 flamenco-proxy avsecuremgmt surveyinst neon24x7 jmq-daemon-1 jmq-daemon-2 ferrari-foam unite smartpackets
3218 wms-messenger xnm-ssl xnm-clear-text glbp digivote aes-discovery fcip-port isi-irp dwnmshttp dwmsgserver
3228 global-cd-port sftdst-port vidigo mdtp whisker alchemy mdap-port apparenet-ts apparenet-tps apparenet-as
3238 apparenet-ui triomotion sysorb sdp-id-port timelot onesaf vieo-fe dvt-system dvt-data procos-lm ssp hicp
3250 sysscanner dhe pda-data pda-sys semaphore cpqrpm-agent cpqrpm-server ivecon-port epncdp2 iscsi-target winshadow
3261 necp ecolor-imager ccmail altav-tunnel ns-cfg-server ibm-dial-out msft-gc msft-gc-ssl verismart csoft-prev
3271 user-manager sxmp ordinox-server samd maxim-asics awg-proxy lkcmserver admind vs-server sysopt datusorb
3282 net-assistant 4talk plato e-net directvdata cops enpc caps-lm sah-lm cart-o-rama fg-fps fg-gip dyniplookup rib-slm
3296 cytel-lm deskview pdrncs ceph|t tarantool mcs-fastmail opsession-clnt opsession-srvr odette-ftp mysql
3306 opsession-prxy tns-server tns-adv dyna-access mcns-tel-ret appman-server uorb uohost cdid aicc-cmi vsaiport ssrip
3318 sdt-lmd officelink2000 vnsstr sftu:5 bbars egptlm hp-device-disc mcs-calypsoicf mcs-messaging mcs-mailsvr
3332 dec-notes directv-web directv-soft directv-tick directv-catlg anet-b anet-l anet-m anet-h webtie ms-cluster-net
3343 bnt-manager influence trnsprntproxy phoenix-rpc pangolin-laser chevinservices findviatv btrieve ssql fatpipe
3353 suitjd ordinox-dbase upnotifyps adtech-test mpsysrmsvr wg-netforce kv-server kv-agent dj-ilm nati-vi-server
3363 creativeserver contentserver creativepartnr tip2:6 lavenir-lm cluster-disc vsnm-agent cdbroker cogsys-lm wsicopy
3378 socorfs sns-channels geneous fujitsu-neat esp-lm hp-clic qnxnetman gprs-data|t gprs-sig:0|u backroomnet cbserver
3388 ms-wbt-server dsc savant efi-lm d2k-tapestry1 d2k-tapestry2 dyna-lm printer_agent cloanto-lm mercantile csms csms2
3400 filecast fxaengine-net nokia-ann-ch1:3 nokia-ann-ch2 ldap-admin BESApi networklens networklenss biolink-auth
3411 xmlblaster svnet wip-port bcinameservice commandport csvr rnmap softaudit ifcp-port bmap rusb-sys-port xtrm xtrms
3424 agps-port arkivio websphere-snmp twcss gcsp ssdispatch ndl-als osdcp opnet-smp opencm pacom gc-config autocueds
3437 spiral-admin hri-port ans-console connect-client connect-server ov-nnm-websrv denali-server monp 3comfaxrpc
3446 directnet dnc-port hotu-chat castorproxy asam sabp-signal pscupd mira prsvp vat vat-control d3winosfi integral
3459 edm-manager edm-stager edm-std-notify edm-adm-notify edm-mgr-sync edm-mgr-cntrl workflow rcst ttcmremotectrl
3468 pluribus jt400 jt400-ssl jaugsremotec-1 jaugsremotec-2 ttntspauto genisar-port nppmp ecomm stun-behavior twrpc
3479 plethora cleanerliverc vulture slim-devices gbs-stp celatalk ifsf-hb-port ltctcp|t ltcudp:0|u fs-rh-srv dtp-dia
3489 colubris swr-port tvdumtray-port nut ibm3494 seclayer-tcp seclayer-tls ipether232port dashpas-port sccip-media
3499 rtmp-port isoft-p2p avinstalldisc lsp-ping ironstorm ccmcomm apc-3506 nesh-broker interactionweb vt-ssl xss-port
3510 webmail-2 aztec arcpd must-p2p must-backplane smartcard-port 802-11-iapp artifact-msg galileo|u nvmsgd:0|t
3519 galileolog mc3ss nssocketport odeumservlink ecmport eisport starquiz-port beserver-msg-q jboss-iiop jboss-iiop-ssl
3529 gf joltid raven-rmp raven-rdp urld-port ms-la snac ni-visa-remote ibm-diradm ibm-diradm-ssl pnrp-port
3540 voispeed-port hacl-monitor qftest-lookup teredo camac symantec-sim:2 interworld tellumat-nms ssmpp apcupsd
3551 taserver rbr-discovery questnotify razor sky-transport personalos-001 mcp-port cctv-port iniserve-port bmc-onekey
3561 sdbproxy watcomdebug esimport m2pa|ts quest-data-hub|t dof-eps dof-tunnel-sec mbg-ctrl mccwebsvr-port
3570 megardsvr-port megaregsvrport tag-ups-1 dmaf-caster|u dmaf-server:0|t ccm-port cmc-port config-port data-port
3578 ttat3lb nati-svrloc kfxaclicensing press canex-watch u-dbap emprise-lls emprise-lsc p2pgroup sentinel isomair
3589 wv-csp-sms gtrack-server gtrack-ne bpmd mediaspace shareapp iw-mmogame a14 a15 quasar-server trap-daemon
3600 visinet-gui infiniswitchcl int-rcv-cntrl bmc-jmx-port comcam-io splitlock precise-i3 trendchip-dcp cpdi-pidas-cm
3609 echonet six-degrees dataprotector alaris-disc sigma-port start-network cd3o-protocol sharp-server aairnet-1
3618 aairnet-2 ep-pcp ep-nsp ff-lr-port haipe-discover dist-upgrade volley bvcdaemon-port jamserverport ept-machine
3628 escvpnet cs-remote-db cs-services distcc wacp hlibmgr sdo servistaitsm scservp ehp-backup xap-ha netplay-port1
3640 netplay-port2 juxml-port audiojuggler ssowatch cyc xss-srv-port splitlock-gw fjcp nmmp prismiq-plugin
3650 xrpc-registry vxcrnbuport tsp vaprtm abatemgr abatjss immedianet-bcn ps-ams apple-sasl can-nds-ssl can-ferret-ssl
3661 pserver dtp ups-engine ent-engine eserver-pap infoexch dell-rm-port casanswmgmt smile efcp lispworks-orb
3672 mediavault-gui wininstall-ipc calltrax va-pacbase roverlog ipr-dglt newton-dock npds-tracker bts-x73 cas-mapi
3682 bmc-ea faxstfx-port dsx-agent tnmpv2 simple-push simple-push-s daap svn magaya-network intelsync easl|t
3694 bmc-data-coll telnetcpcd nw-license sagectlpanel kpn-icw lrs-paging netcelera ws-discovery adobeserver-3
3703 adobeserver-4 adobeserver-5 rt-event rt-event-s sun-as-iiops ca-idms portgate-auth edb-server2 sentinel-ent tftps
3713 delos-dms anoto-rendezv wv-csp-sms-cir wv-csp-udp-cir opus-services itelserverport ufastro-instr xsync xserveraid
3722 sychrond blizwow na-er-tip array-manager e-mdu e-woa fksp-audit client-ctrl smap m-wnn multip-msg synel-data pwdis
3735 rs-rmi xpanel|t versatalk launchbird-lm heartbeat wysdma cst-port ipcs-command sasg gw-call-port linktest
3746 linktest-s webdata cimtrak cbos-ip-port gprs-cube vipremoteagent nattyserver timestenbroker sas-remote-hlp
3755 canon-capt grf-port apw-registry exapt-lmgr adtempusclient gsakmp gbs-smp xo-wave mni-prot-rout rtraceroute
3765 sitewatch-s|t listmgr-port rblcheckd haipe-otnk cindycollab paging-port ctp ctdhercules zicom ispmmgr dvcprov-port
3776 jibe-eb c-h-it-port cognima nnp abcvoice-port iso-tp0s bim-pem bfd-control bfd-echo upstriggervsw fintrx isrp-port
3788 remotedeploy quickbooksrds tvnetworkvideo sitewatch dcsoftware jaus myblast spw-dialer idps minilock
3798 radius-dynauth pwgpsi ibm-mgr vhd soniqsync iqnet-port tcpdataserver wsmlb spugna sun-as-iiops-ca apocd wlanauth
3810 amp neto-wol-server rap-ip neto-dcs lansurveyorxml sunlps-http tapeware crinis-hb epl-slp scp pmcp acp-discovery
3822 acp-conduit acp-policy ffserver warmux netmpi neteh neteh-ext cernsysmgmtagt dvapps xxnetserver aipn-auth
3833 spectardata spectardb markem-dcp mkm-discovery sos amx-rms flirtmitmir shiprush-db-svr|t nhci quest-agent rnm
3844 v-one-spp an-pcp msfw-control item spw-dnspreload qtms-bootstrap spectraport sse-app-config sscan stryker-com
3854 opentrac informer trap-port trap-port-mom nav-port sasp winshadow-hd giga-pocket asap-sctp|s asap-tcp:0|t
3862 asap-udp|u asap-sctp-tls|s asap-tcp-tls:0|t xpl dzdaemon dzoglserver diameter|ts ovsam-mgmt ovsam-d-agent
3870 avocent-adsap oem-agent fagordnc sixxsconfig pnbscada dl_agent xmpcr-interface fotogcad appss-lm igrs idac msdts1
3882 vrpn softrack-meter topflow-ssl nei-management ciphire-data ciphire-serv dandv-tester ndsconnect rtc-pm-port
3891 pcc-image-port cgi-starapi syam-agent syam-smc sdo-tls sdo-ssh senip itv-control udt_os nimsh nimaux charsetmgr
3903 omnilink-port mupdate topovista-data imoguia-port hppronetman surfcontrolcpa prnrequest prnstatus gbmt-stars
3912 listcrt-port listcrt-port-2 agcat wysdmc aftmux pktcablemmcops hyperip exasoftport1 herodotus-net sor-update
3922 symb-sb-port mpl-gprs-port zmp winport natdataservice netboot-pxe smauth-port syam-webserver msr-plugin-port
3931 dyn-site plbserve-port sunfm-port sdp-portmapper mailprox dvbservdsc dbcontrol_agent aamp xecp-node homeportal-web
3941 srdp tig sops emcads backupedge ccp apdap drip namemunge pwgippfax i3-sessionmgr xmlink-connect adrep p2pcommunity
3955 gvcp mqe-broker mqe-agent treehopper bess proaxess sbi-agent thrp sasggprs ati-ip-to-ncpe bflckmgr ppsms
3967 ianywhere-dbns landmarks lanrevagent lanrevserver iconp progistics xk22 airshot opswagent opswmanager
3977 secure-cfg-svr smwan starfish:2 eis eisp mapper-nodemgr mapper-mapethd mapper-ws_ethd centerline dcs-config
3988 bv-queryengine bv-is bv-smcsrv bv-ds bv-agent iss-mgmt-ssl:2 abcsoftware agentsease-db dnx nvcnet terabase newoak
4001 pxc-spvr-ft pxc-splr-ft pxc-roid pxc-pin pxc-spvr pxc-splr netcheque chimera-hwm samsung-unidex altserviceboot
4011 pda-gate acl-manager taiclock talarian-mcast1 talarian-mcast2 talarian-mcast3 talarian-mcast4 talarian-mcast5 trap
4020 nexus-portal dnox esnm-zoning tnp1-port partimage as-debug bxp dtserver-port ip-qsig jdmn-port suucp
4031 vrts-auth-port sanavigator ubxd wap-push-http wap-push-https ravehd fazzt-ptp fazzt-admin yo-main houston ldxp
4042 nirp ltp npp acp-proto ctp-state wafs:2 cisco-wafs cppdp interact ccu-comm-1 ccu-comm-2 ccu-comm-3 lms wfm
4057 kingfisher dlms-cosem dsmeter_iatc ice-location ice-slocation ice-router ice-srouter avanti_cdp pmas idp ipfltbcst
4068 minger tripe aibkup zieto-sock iRAPP cequint-cityid perimlan seraph ascomalarm|u cssp|t santools lorica-in
4080 lorica-in-sec lorica-out lorica-out-sec fortisphere-vm|u ezmessagesrv|t ftsync|u applusservice|t npsp|t opencore
4089 omasgport ewinstaller ewdgs pvxpluscs sysrqd xtgui bre patrolview drmsfsd dpcp igo-incognito brlp-0 brlp-1 brlp-2
4103 brlp-3 shofar synchronite j-ac accel izm g2tag xgrid apple-vpns-rp aipn-reg jomamqmonitor cds smartcard-tls
4116 hillrserv netscript assuria-slm minirem|t e-builder fprams z-wave tigv2 opsview-envoy ddrepl unikeypro nufw nuauth
4129 fronet stars nuts_dem nuts_bootp nifty-hmi cl-db-attach cl-db-request cl-db-remote nettest thrtx cedros_fds
4140 oirtgsvc oidocsvc oidsr vvr-control:2 tgcconnect vrxpservman hhb-handheld agslb PowerAlert-nsa menandmice_noh
4151 idig_mux mbl-battd atlinks bzr stat-results stat-scanner stat-cc nss jini-discovery omscontact omstopology
4162 silverpeakpeer silverpeakcomm altcp joost ddgn pslicser iadt|t iadt-disc:0|u d-cinema-csp|t ml-svnet|t pcoip
4172 mma-discovery|u sm-disc|u smcluster:0|t bccp|t tl-ipcproxy|t wello storman MaxumSP httpx macbak pcptcpservice
4182 cyborgnet universe_suite wcpp boxbackupstore|t csc_proxy|t vatata pcep|t sieve|t dsmipv6|u azeti|t azeti-bd:0|u
4192 pvxplusio|t spdm|t aws-wsp|tusd hctl:2 eims-admin:2 corelccam:101 d-data d-data-control srcp owserver batman
4305 pinghgl trueconf compx-lockview dserver mirrtex p6ssmc|t pscl-mgt|t perrla|t choiceview-agt|t choiceview-clt:2|t
4316 opentelemetry|t skytale:2 fdt-rcatp rwhois trim-event trim-ice geognosisadmin:2|t geognosisman:0|u geognosis
4326 jaxer-web jaxer-manager publiqare-sync|t dey-sapi|t ktickets-rest|t getty-focus|t ahsp|tus netconf-ch-ssh|t
4334 netconf-ch-tls|t restconf-ch-tls|t gaia:4 lisp-data|u lisp-control|u unicall vinainstall m4-network-as elanlm
4346 lansurveyor itose fsportmap net-device plcy-net-svcs pjlink f5-iquery qsnet-trans qsnet-workst qsnet-assist
4356 qsnet-cond qsnet-nucl omabcastltkm matrix_vnet|t nacnl|u afore-vdp-disc|u shadowstream:4|u wxbrief:2 epmd
4369 elpro_tunnel l2c-control|t l2c-disc:0|u l2c-data remctl psi-ptt|t tolteces bip cp-spxsvr cp-spxdpy ctdb
4388 xandros-cms wiegand apwi-imserver|t apwi-rxserver|t apwi-rxspooler|t apwi-disc|u omnivisionesx fly|t ds-srv:4
4400 ds-srvr ds-clnt ds-user ds-admin ds-mail ds-slp nacagent|t slscc|t netcabinet-com|t itwo-server|t found|t
4411 smallchat|u vision-mon|t vision-mon-disc:0|u updog|t brcd-vr-req|t pjj-player|t pjj-player-disc:0|u workflowdir|t
4417 axysbridge|u cbp|t nvme scaleft|t tsepisp|t thingkit|t netrockey6:2 beacon-port-2 drizzle|t omviserver|t
4428 omviagent|t rsqlserver wspipe|t l-acoustics vop|t netblox:8|u saris pharos nv-video upnotifyp n1-fwp n1-rmgmt
4447 asc-slmd privatewire camp ctisystemmsg ctiprogramload nssalertmgr nssagentmgr prchat-user prchat-server prRegister
4457 mcp ntske:2|t agtp:20|t agtp-quic:0|u hpssmgmt:4 assyst-dr|t icms prex-tcp|t awacs-ice ipsec-nat-t:12
4501 a25-fap-fgw|s m-bus-oms|u armagetronad:31|u ehs ehs-ssl wssauthsvc swx-gate worldscores:7 sf-lm lanner-lm
4547 synchromesh aegate gds-adppiw-db ieee-mih menandmice-mon icshostsvc|t msfrs rsip dtn-bundle|tud mtcevrunqss|u
4557 mtcevrunqman|u hylafax amahi-anywhere:4|t kwtc:3 tram bmc-reporting iax deploymentmap|t cardifftec-back:3|t
4589 rid|t l3t-at-an hrpd-ith-at-an|u ipt-anri-anri ias-session ias-paging ias-neighbor a21-an-1xbs a16-an-an a17-an-an
4599 piranha1 piranha2 mtsserver|t menandmice-upg|t irp|t sixchat|t sixid|t ventoso:15|u dots-signal:25 playsta2-app:12
4658 playsta2-lob smaclmgr kar2ouche oms noteit ems contclientms eportcomm mmacomm mmaeds eportcommdata light acter rfa
4672 cxws appiq-mgmt dhct-status dhct-alerts bcs traversal mgesupervision mgemanagement parliant finisar spike rfid-rp1
4684 autopac msp-os nst mobile-p2p altovacentral prelude mtn conspiracy netxms-agent:8 netxms-mgmt netxms-sync
4702 npqes-test|t assuria-ins|t trinity-dist:7|tus truckstar:14 a26-fap-fgw|u fcis|t fcis-disc:0|u capmux gsmtap|u
4729 gearman remcap|t ohmtrigger|u resorcs|t ipdr-sp:4 solera-lpn ipfix|tus ipfixs|tus lumimgrd sicct|t sicct-sdp:0|u
4742 openhpid ifsp fmp intelliadm-disc|u buschtrommel|u profilemac:2 ssad spocp snap simon|t simon-disc:0|u
4753 gre-in-udp|u gre-udp-dtls|u RDCenter|t converge:18|t bfd-multi-ctl:10 cncp|u smart-install|t sia-ctrl-plane|t
4787 xmcp|t vxlan|u vxlan-gpe|u roce|u unified-bus uet|u veroce|u iims:6 iwec ilss notateit|t notateit-disc:0|u
4803 aja-ntv4-disc|u htcp:23 varadero-0:10 varadero-1 varadero-2 opcua-tcp|t opcua-udp:0|u quosa gw-asv opcua-tls
4843 gw-log wcr-remlib contamac_icm wfc appserv-http appserv-https sun-as-nodeagt derby-repli unify-debug:16 phrelay
4868 phrelaydbg cc-tracking wired tritium-can:5 lmcs inst-discovery|u wsdl-event|t hislip|t socp-t|u socp-c|u
4882 wmlserver|t hivestor abbs xcap-portal:3|t xcap-control|t lyskom:5 radmin-port:5 hfcs flr_agent|t magiccontrol|t
4911 lutap|t lutcp|t bones frcs|t an-signaling:21|u atsc-mh-ssc|u eq-office-4940:3 eq-office-4941 eq-office-4942
4948 munin sybasesrvmon pwgwims sagxtsds dbsyncarbiter|t ccss-qmm:16 ccss-qsm burp|t ctxs-vpp:9|u webyast:4|t gerhcs|t
4985 mrip smar-se-port1 smar-se-port2 parallel busycal vrt hfcs-manager:8 commplex-main commplex-link rfe
5002 fmpro-internal avt-profile-1|tud avt-profile-2|tud wsm-server wsm-server-ssl synapsis-edge winfs telelpathstart
5010 telelpathattack nsp fmpro-v6 onpsocket|u fmwp|t zenginkyo-1:5 zenginkyo-2 mice htuilsrv scpi-telnet scpi-raw
5025 strexec-d strexec-s qvr|t infobright dmp:2|u signacert-agent|t jtnetd-server|t jtnetd-status|t asnaacceler8db:8
5042 swxadmin lxi-evntsvc osp|t vpm-udp|u iscape|u texai|t ivocalize mmcc ita-agent ita-manager rlm|t rlm-disc:0|u
5053 rlm-admin|t unot intecom-ps1 intecom-ps2 locus-disc|u sds sip|tus sips|tus na-localise csrpc|t ca-1 ca-2
5065 stanag-5066 authentx bitforestsrv|t i-net-2000-npr vtsas powerschool ayiya tag-pm alesquery pvaccess|t
5077 pixelpusher|u cp-spxrpts|u onscreen sdl-ets qcp qfp llrp encrypted-llrp aprigo-cs|t biotic|t car:3|s cxtp|s
5091 magpie|u sentinel-lm hart-ip sentlm-srv2srv:5 socalia talarian-tcp|t talarian-udp:0|u oms-nonsecure actifio-c2c|t
5103 tinymessage|u hughes-ap|u actifioudsagent|t actifioreplic|t taep-as-svc:4 pm-cmdsvr ev-services:2|t autobuild|t
5115 emb-proj-cmd|u gradecam|t barracuda-bbs:3 nbt-pc:13 ppactivation|t erp-scale|t minotaur-sa|u ctsd
5144 rmonitor_secure social-alarm|t atmp:4 esri_sde sde-discovery bzflag:2 asctrl-agent rugameonline|t mediat|t
5160 snmpssh|t snmpssh-trap|t sbackup|t vpa|t vpa-disc:0|u ife_icorp winpcs scte104 scte30 pcoip-mgmt:4|t aol:18 aol-1
5191 aol-2 aol-3 cpscomm|t ampl-lic|t ampl-tableproxy|t tunstall-lwp|t targus-getdata:3 targus-getdata1 targus-getdata2
5202 targus-getdata3 nomad:6|t noteza:6|ts 3exmp:6|t xmpp-client|t hpvirtgrp hpvirtctrl hp-server hp-status perfd
5227 hpvroom|t jaxflow|t jaxflow-data|t crusecontrol|t csedaemon|t enfs|t eenet galaxy-network padl2sim mnet-discovery
5241 attune|t xycstatus|t downtools:2|t downtools-disc:0|u capwap-control|u capwap-data|u caacws caaclang2 soagateway
5250 caevms movaz-ssc kpdp|t logcabin|t 3com-njack-1:10 3com-njack-2 xmpp-server:4|t cartographerxmp cuelink|t
5270 cuelink-disc|u pk xmpp-bosh:8|t undo-lm|t transmit-port presence:16 nlg-data hacl-hb hacl-gs hacl-cfg hacl-probe
5303 hacl-local hacl-test sun-mc-grp sco-aip cfengine jprinter outlaws permabit-cs:2 rrdp opalis-rbt-ipc hacl-poll
5315 hpbladems|t hpdevms|t pkix-cmc|t roughtime bsfserver-zn|t bsfsvr-zn-ssl|t kfserver:22 xkotodrcp stun-behaviors:5
5349 pcp-multicast|u pcp|u dns-llq mdns mdnsresponder llmnr ms-smlbiz wsdapi wsdapi-s ms-alerter ms-sideshow
5360 ms-s-sideshow serverwsd2 net-projection kdnet|u stresstester:33 elektron-admin securitychase excerpt excerpts mftp
5402 hpoms-ci-lstn hpoms-dps-lstn netsupport systemics-sox foresyte-clear foresyte-sec salient-dtasrv salient-usrmgr
5410 actnet continuus wwiotalk statusd ns-server sns-gateway sns-agent mcntp dj-ice cylink-c netsupport2 salient-mux
5422 virtualuser beyond-remote br-channel devbasic sco-peer-tta telaconsole base radec-corp park-agent postgresql
5432 pyrrho sgi-arrayd sceanics pmip6-cntl|u pmip6-data|u spss:6 smbdirect:2|ts tiepie:5|t tiepie-disc:0|u surebox:3
5453 apc-5454 apc-5455 apc-5456 silkmeter:5 ttl-publisher ttlpriceproxy quailnet netops-broker apsolab-col:5|t
5470 apsolab-cols|t apsolab-tag|t apsolab-tags|t apsolab-rpc|u apsolab-data|t fcp-addr-srvr1:25 fcp-addr-srvr2
5501 fcp-srvr-inst1 fcp-srvr-inst2 fcp-cics-gw1 checkoutdb amc psl-management|t matter:33 qftest-lic-mcp:3|t cbus:7|t
5552 sgi-eventmond sgi-esphttp personal-agent freeciv farenet|t dp-bura:8|t westec-connect|t dof-dps-mc-sec sdt
5568 rdmnet-ctrl|t rdmnet-device:0|u sdmmp:4 lsi-bobcat|t ora-oap|t fdtracks:4|t tmosms0 tmosms1 fac-restore
5582 tmo-icon-sync bis-web bis-sync att-mt-sms|t ininmessaging:11 mctfeed esinstall esmmanager esmagent a1-msc a1-bs
5603 a3-sdunode a4-sdunode efr:13|t ninaf:9 htrust symantec-sfdb precise-comm pcanywheredata pcanywherestat beorl
5633 xprtld sfmsso|t sfm-db-server|t cssc|t flcrs|t ics|t vfmobile:7|t nrpe:20|t filemq:4|t zre-disc:0|u amqps amqp|tus
5672 jms hyperscsi-port v5ua|tus raadmin questdb2-lnchr rrac dccm auriga-router ncxcp brightcore|u coap coaps
5686 gog-multiplayer|u ggz qmvideo rbsystem:4|t kmip:3|t supportassist:4|t storageos:5|t proshareaudio:8 prosharevideo
5714 prosharedata prosharerequest prosharenotify dpm dpm-agent ms-licensing dtpt msdfsr omhs omsdk ms-ilm|t
5725 ms-ilm-sts|t asgenf|t io-dist-data|t io-dist-group:0|u openmail unieng ida-discover1:11 ida-discover2 watchdoc-pod
5743 watchdoc fcopy-server fcopys-server tunatic tunalyzer rscd:2 openmailg:5 x500ms:2 openmailns:9 s-openmail
5767 openmailpxy spramsca spramsd netagent starfield-io:6 vts-rpc:3|t 3par-evts 3par-mgmt 3par-mgmt-ssl ibar|u
5784 3par-rcopy cisco-redu|u waascluster|u xtreamx:6 spdp|u enlabel-dpl:4|t icmpd:15 spt-automation autopassdaemon:6|t
5840 shiprush-d-ch|t reversion|t wherehoo:17 ppsuitemsg:4 diameters:5|ts jute:15|t rfb:17 ff-ice:3|tus ag-swim|tus
5904 asmgcs|tus rpas-c2|tus dsd|tus ipsma|tus agma|tus ats-atn cm:0|s ats-acars cpdlc:0|s ais-met fis:0|s ads-c|s
5912 aoc-acars ipsdtls|tus indy:49 mppolicy-v5:5 mppolicy-mgr couchdb:15 wsman wsmans wbem-rmi wbem-http wbem-https
5989 wbem-exp-https nuxsl consul-insight cim-rs|t rms-agent|t cvsup:5 ndl-ahp-svc:65 winpharaoh ewctsp gsmp-ancp:2|t
6068 trip messageasap ssdtp diagnose-proc directplay8 max dpm-acm|t msft-dpm-cert|t iconstructsrv|t gue:3|u geneve|u
6081 p25cai|u miami-bcast|u reload-config|t konspire2b pdtp ldss doglms|t doglms-notify:0|u raxa-mgmt:11|t
6099 synchronet-db synchronet-rtc synchronet-upd rets dbdb primaserver mpsserver etc-control sercomm-scadmin
6108 globecast-id softcm spc dtspcd dayliteserver|t wrspice|t xic|t xtlserv|t daylitetouch|t tipc|u spdy:3|t
6121 bex-webadmin backup-express pnbs damewaremobgtwy:6|t nbt-wol:3 pulsonixnls:7 meta-corp aspentec-lm watershed-lm
6143 statsci1-lm statsci2-lm lonewolf-lm montage-lm ricardo-lm tal-pod efb-aci:10|t ecmp|t ecmp-data:0|u patrol-ism
6161 patrol-coll pscribe lm-x:37 thermo-calc|u qmtps:8 radmind:13 jeol-nsddp-1:19|u jeol-nsdtp-1:0|t jeol-nsddp-2|u
6241 jeol-nsdtp-2|t jeol-nsddp-3|u jeol-nsdtp-3:0|t jeol-nsddp-4|u jeol-nsdtp-4:0|t tl1-raw-ssl:7 tl1-ssh crip gld:14|t
6267 grid grid-alt bmc-grx:31 bmc_ctd_ldap ufmp:5 scup:9|t scup-disc:0|u abb-escp nav-data|u nav-data-cmd:0|t
6317 iona-data|t repsvc:2 emp-server1 emp-server2 hrd-ncs:2|t hrd-ns-disc:0|u dt-mgmtsvc|t dt-vra|t sflow:17 streletz|t
6345 gnutella-svc gnutella-rtr adap:3 pmcs:5 metaedit-mu:5 ndn:3|u metaedit-se:7 redis:9|t metatude-mds:3
6388 clariion-evr01 metaedit-ws faxcomservice:27 syserverremote|t svdrp|t svdrp-disc:0|u nim-vdrshell nim-wan
6431 pgbouncer|t heliosd:8|t tarp:2|t sun-sr-https sge_qmaster sge_execd mysql-proxy skip-cert-recv:9 skip-cert-send
6463 ieee11073-20701 lvision-lm:7 sun-sr-http:9 servicetags ldoms-mgmt SunVTS-RMI sun-sr-jms sun-sr-iiop sun-sr-iiops
6486 sun-sr-iiop-aut sun-sr-jmx sun-sr-admin boks:11 boks_servc boks_servm boks_clntd badm_priv:2 badm_pub bdir_priv
6507 bdir_pub mgcs-mfp-port mcer-port dccp-udp|u netconf-tls:2|t syslog-tls|tud elipse-rec lds-distrib:28 lds-dump
6546 apc-6547 apc-6548 apc-6549 fg-sysupdate sum checkmk-agent:5|t xdsxdm:2 sane-port:8 canit_store:2|t
6567 rp-reputation|u affiliate:11 parsec-master parsec-peer parsec-game joaJewelSuite mshvlm:17|t mstmg-sstp|t
6601 wsscomfrmwk|t bencher:8 odette-ftps:9 kftp-data kftp mcftp ktelnet datascaler-db|t datascaler-ctl|t wago-service
6626 nexgen afesc-mc nexgen-aux mxodbc-connect:3|t cisco-vpath-tun|u mpls-pm|u mpls-udp|u mpls-udp-dtls|u ovsdb:4|t
6652 openflow pcs-sf-ui-man:2|t emgmsg|t palcom-disc|u vocaltec-gold:13 p4p-portal vision_server vision_elmd vfbp:5|t
6677 vfbp-disc|u osaut clever-ctrace:8|t clever-tcpip|t tsa cleverdetect|t babel:6|u ircs-u|t babel-dtls:2|u
6700 kti-icad-srvr e-design-net e-design-web frc-hp|s frc-mp|s frc-lp|s ibprotocol:8 fibotrader-com princity-agent|t
6766 bmc-perf-agent bmc-perf-mgrd adi-gxp-srvprt plysrv-http plysrv-https ntz-tracker:6|t ntz-p2p-storage|t bfd-lag:6|u
6784 dgpf-exchg smc-jmx smc-admin smc-http radg|t hnmp hnm acnet:10 pentbox-sim:16|t ambit-lm:14 netmo-default:10
6841 netmo-http iccrushmore:8 acctopus-cc:18|t acctopus-st:0|u muse:20 rtimeviewer:12|t jetstream|t split-ping:23
6934 ethoscan xsmsvc bioserver:10 otlp:5 jmact3:10 jmevt2 swismgr1 swismgr2 swistrap swispol acmsoda:3 conductor|t
6969 conductor-mpx|s qolyester:10|u MobilitySrv:17 iatp-highpri iatp-normalpri afs3-fileserver afs3-callback
7001 afs3-prserver afs3-vlserver afs3-kaserver afs3-volser afs3-errors afs3-bos afs3-update afs3-rmtsys ups-onlinet
7010 talon-disc talon-engine microtalon-dis microtalon-com talon-webserver spg grasp fisa-svc|t doceri-ctl|t
7018 doceri-view|u dpserve dpserveadmin ctdp ct2nmcs vmsvc vmsvc-2 loreji-panel|t op-probe:4 iposplanet|t
7039 quest-disc|u arcp:30 iwg1 iba-cfg|t iba-cfg-disc:0|u martalk|t empowerid:7 zixi-transport:8|u jdp-disc:7|u
7098 lazy-ptop font-service elcn aes-x170:6|u rothaga:10|t virprot-lm:4 snif:2 scenidm:5 scenccs cabsm-comm:32
7161 caistoragemgr cacsambroker fsr doc-server aruba-server casrmagent|t cnckadserver|t ccag-pib nsrp drm-production
7171 metalbend|t zsecure|t clutild janus-disc:7|u fodms:19 dlip pon-ictp|t PS-Server:13|t PS-Capture-Pro|t ramp:11
7227 citrixupp|t citrixuppg|t asa-gateways:5|t aspcoordination|u display|t pads|t frc-hicp:7|t frc-hicp-disc:0|u
7261 cnap watchme-7272:10 oma-rlp oma-rlp-s oma-ulp oma-ilp oma-ilp-s oma-dcdocbs ctxlic itactionserver1
7280 itactionserver2 mzca-action|t mzca-alert:0|u genstat|t lcm-server:82 mindfilesys:26 mrssrendezvous nfoldman fse
7394 winqedit hexarc:2 rtps-discovery:3 rtps-dd-ut rtps-dd-mt ionixnetmon:8 daqstream ipluminary:9|u mtportmon pmdmgr:5
7426 oveadmgr ovladmgr opi-sock xmpv7 pmd faximum:6 oracleas-https:6 sttunnel:28|t rise:2 neo4j|t openit:4|t
7490 telops-lmd silhouette:9 ovbus adcp:7|t acplt|t ovhpas pafec-lm saratoga:31 atul nta-ds nta-us cfs cwmp tidp nls-tl
7549 cloudsignaling|u controlone-con|t sncp:9 cfw:3|t vsi-omega:3 dell-eql-asm:3|t aries-kfinder coherence:4|t
7573 coherence-disc|u wtmi-panel|t sun-lm:13 mipi-debug:18 indi:18 simco:2|ts soap-http zen-pawn xdas hawk|t
7630 tesla-sys-msg|t pmdfmgt:2 cuseeme:15 rome:15 authoritygate:5|t imqstomp:4|t imqstomps|t imqtunnels imqtunnel
7675 imqbrokerd sun-user-https ms-do:3 dmt:3|t bolt:4|t collaber:2 sovd|t klio:7 em7-secom:3|t nfapi|s sync-em7:6
7707 scinet medimageportal:12 nsdeepfreezectl:4 nitrogen freezexservice trident-data osvr|tus smip:6 aiagent:4
7740 scriptview msss|t sstp-1 raqmon-pdu prgp:3 inetfs:28|t cbt:2 interwise vstat accu-lmgr:2 s-bfd:3|u minivend:2
7786 popup-reminders office-tools:2 q3ade:5 pnet-conn:3 pnet-enc altbsdp asr ssp-client vns-tp|u rbt-wanopt:8
7844 apc-7845 apc-7846 csoauth|t mobileanalyzer:22|t rbt-smc|t mdm|t mipv6tls|u owms:6|t pss:2 ubroker:7 mevent:13
7900 tnos-sp tnos-dp tnos-dps qo-secure:10 t2-drm:19 t2-brm generalsync:29 supercell:5 micromuse-ncps:12 quest-vista
7980 sossd-collect|t sossd-agent|t sossd-disc:0|u pushns:15|t usicontentpush|u irdmi2 irdmi vcom-tunnel teradataordbms
8002 mcreport p2pevolvenet|t mxi wpl-analytics|t wpl-disc:0|u warppipe http-alt nvme-disc|t cfg-cloud:6|t ads-s|t
8016 cisco-cloudsec|u qbdb:2 intu-ec-svcdisc intu-ec-client oa-system arca-api ca-audit-da:2 ca-audit-ds
8026 papachi-p2p-srv pro-ed:5 mindprint vantronix-mgmt ampify:6 enguity-xccetp fs-agent|t fs-server|t fs-mgmt|t
8050 rocrail|t senomix01 senomix02 senomix03 senomix04 senomix05 senomix06 senomix07 senomix08 aero|u nikatron-dev|t
8065 toad-bi-appsrvr|t infi-async|t ucs-isc:3|t gadugadu:4 http-alt:6 sunproxyadmin us-cli us-srv websnp|t d-s-n:2
8086 simplifymedia radan-http opsmessaging:2|t jamlink|t sac:6 xprint-server:3 ldoms-migr|t kz-migr|t skynetflow:9|u
8114 mtl8000-matrix cp-cluster purityrpc|t privoxy apollo-data:3 apollo-admin paycash-online:6 paycash-wbp indigo-vrmi
8130 indigo-vbcp dbabble puppet:8|t isdd:8 eor-game|u quantastor:4|t patrol:7 patrol-snmp lpar2rrd|t intermapper:19|t
8181 vmware-fdm proremote|t itach gcp-rphy:6|t limnerpressure|t spytechphone blp1:2 blp2 vvr-data:4 trivnet1 trivnet2
8201 aesop|u lm-perfworks:2 lm-instmgr lm-dta lm-sserver lm-webwatcher aruba-papi:3|u rexecj:19 hncp-udp-port|u
8231 hncp-dtls-port|u synapse-nhttps:11 espeasy-p2p:23|u robot-remote:4|t ms-mcc:6 synapse-nhttp:4 libelle:2|t
8281 libelle-disc|u blp3:10 hiperscan-id|t blp4 tmi:6 amberon hub-open-net:12|t tnp-discover:7 tnp garmin-marine
8350 server-find cruise-enum:25 cruise-swroute cruise-config cruise-diags cruise-update m2mservices:3 marathontp|u
8399 cvd sabarsd abarsd admind svcloud|t svbackup|t dlpx-sp:10|t espeech espeech-rtp aritts:6|t pgbackrest:9|t
8432 aws-as2|u cybro-a-bus:9 pcsync-https pcsync-http copy|t copy-disc:0|u matrix-fed:3|t npmp:2 nexentamv:7|t
8469 cisco-avp|t pim-port|ts otv vp2p noteshare fmtp:26 cmtp-av|u cmtp-mgt:0|t ftnmtp|t lsp-self-ping|u rtsp-alt:51
8554 d-fence dof-tunnel:12 asterix:33 canon-cpp-disc:9|u canon-mfnp canon-bjnp1 canon-bjnp2 canon-bjnp3 canon-bjnp4
8614 imink|t monetra:50|t monetra-admin|t spartan:2|t msi-cps-rm:7|t msi-cps-rm-disc:0|u sun-as-jmxrmi:11
8687 openremote-ctrl|t vnyx:11|t semi-grpc:11|t nvc|t dtp-net:21|u ibus dey-keyneg:17|t mc-appserver:13 openqueue
8764 ultraseek-http amcs core-of-source|t sandpolis|t oktaauthenticat|t dpap uec:8|t msgclnt:8 msgsrvr acd-pm:6
8799 sunwebadmin truecm:4 pfcp|u hes-clip:2|u ssports-bcast|u 3gpp-monp|u dxspider:64 cddbp-alt:7 galaxy4d|t
8882 secure-mqtt ddi-tcp-1:5|t ddi-udp-1:0|u ddi-tcp-2|t ddi-udp-2:0|u ddi-tcp-3|t ddi-udp-3:0|u ddi-tcp-4|t
8890 ddi-udp-4|u ddi-tcp-5|t ddi-udp-5:0|u ddi-tcp-6|t ddi-udp-6:0|u ddi-tcp-7|t ddi-udp-7:0|u ospf-lite:5 jmb-cds1
8900 jmb-cds2 dpp:7|t manyone-http:2 manyone-xml wcbackup dragonfly twds:24|t ub-dns-control:16|t cumulus-admin
8979 nod-provider nod-client|u sunwebadmins:8 http-wmap https-wmap oracle-ms-ens:6|t canto-roboflow|t bctp cslistener
9000 etlservicemgr dynamid golem:3|t ogs-client:2|u ogs-server|t pichat sdr|t d-star|u tambora:9 panagolin-ident
9021 paragent swa-1 swa-2 swa-3 swa-4 versiera:24|t fio-cmgmt|t CardWeb-IO:9|t CardWeb-RT:0|u glrpc:20 cisco-aqos|u
9081 lcs-ap|s emc-pp-mgmtsvc|t aurora|tus ibm-rsyscon net2display classic sqlexec sqlexec-ssl websm xmltec-xmlmail
9091 XmlIpcRegSvc copycat|t pdl-datastream:7 bacula-dir bacula-fd bacula-sd peerwire xadmin astergate|t
9105 astergate-disc|u astergatefax|t hexxorecore:4 mxit:8 grcmp:3|t grcp|t dddp:8 apani1:29 apani2 apani3 apani4 apani5
9182 sirius-agent sun-as-jpda:8 wap-wsp:9 wap-wsp-wtp wap-wsp-s wap-wsp-wtp-s wap-vcard wap-vcal wap-vcard-s wap-vcal-s
9207 rjcdb-vcards almobile-system oma-mlp oma-mlp-s serverviewdbms serverstart ipdcesgbs insis acme fsc-port
9221 teamcoherence mon:33 traingpsdata:22|u pegasus pegasus-ctl pgps swtp-port1 swtp-port2 callwaveiam visd n2h2server
9285 n2receive|u cumulus armtechdaemon:5 storview armcenterhttp armcenterhttps vrace:5 sphinxql:6|t sapms:4|t
9311 sphinxapi|t secure-ts:6 guibase:3 gnmi-gnoi:18|t gribi|t mpidcmgr:3 mphlpdmc rancher|t ctechlicensing fjdmimgr:28
9379 boxp d2dconfig:7|t d2ddatatrans|t adws|t otp|t fjinvmgr:6 mpidcagt sec-t4net-srv:3 sec-t4net-clt sec-pc2fax-srv
9417 git tungsten-https:25 wso2esb-console mindarray-ca|t sntlkeyssrvr:5 ismserver:50 sma-spw:22|u mngsuite:13 laes-bf
9554 trispen-sra p4runtime:4|t ldgateway:33 cba8 msgsys pds mercury-disc pd-admin vscp robix micromuse-ncpw
9611 streamcomm-ds iadt-tls:2|t erunbook_agent:2|t erunbook_server|t condor odbcpathway:10 uniport peoctlr|t peocoll|t
9631 mc-comm|u pqsflows:8|t zoomcp:26|t xmms2 tec5-sdctp client-wakeup:26 ccnx board-roar:5 l5nas-parchan:47
9749 board-voip rasadv:3 tungsten-http:9 davsrc:38 sstp-2 davsrcs sapv1:73 sd|t x510|t kca-service|u cyborg-systems:10
9888 gt-proxy monkeycom:9 sctp-tunneling|u iua|tus enrp|u enrp-sctp:0|s enrp-sctp-tls|s multicast-ping|u domaintime:6
9910 sype-transport xybrid-cloud:14|t apc-9950:25 apc-9951 apc-9952 acis hinp|t alljoyn-mcm|u alljoyn-stm:0|t alljoyn|u
9965 odnsp xybrid-rt:12|t visweather|t pumpkindb:2|t kaostransport:5|t dsm-scm-target nsesrvr|t osm-appsrvr:2 osm-oev
9991 palace-1 palace-2 palace-3 palace-4 palace-5 palace-6 distinct32 distinct ndmp scp-config documentum documentum_s
10003 emcrmirccd|t emcrmird|t netapp-sync|t mvs-capacity octopus swdtp-sv rxapi|t abb-hw:10|t cefd-vmp:3|u
10049 zabbix-agent zabbix-trapper qptlmd:4|t amanda:25 famdc itap-ddtp:19 ezmeeting-2 ezproxy-2 ezrelay swdtp
10106 bctp-server nmea-0183:3 nmea-onenet|u netiq-endpoint:2 netiq-qcheck netiq-endpt netiq-voipa iqrm cimple:8|t
10127 bmc-perf-sd bmc-gms|t qb-db-server:31 snmpdtls|u snmptls:0|t snmpdtls-trap|u snmptls-trap:0|t trisoap:38 rscs|u
10200 rsms|t apollo-relay:51 eapol-relay|u axis-wimp-port:7 tile-ml|t blocks:27 bngsync:151|u cirrossp:4|t
10499 hip-nat-t|u MOS-lower:40 MOS-upper MOS-aux MOS-soap MOS-soap-opt serverdocs:4|t printopia:83|t gap:169 lpdg:5
10808 nbd|t nmc-disc|u helix:50 bveapi:20 octopustentacle:53|t rmiaux:57 irisa:10 metasys weave:94 origo-sync:8|t
11103 netapp-icmgmt|t netapp-icdata|t sgi-lk myq-termlink:2|u sgi-dmfmgr|t sgi-soap|t vce dicom suncacao-snmp:49
11161 suncacao-jmxmp suncacao-rmi suncacao-csa suncacao-websvc snss:6|u oemcacao-jmxmp|t t5-straton|t oemcacao-rmi|t
11174 oemcacao-websvc|t smsqp:26 dcsl-backup|t wifree:6 memcache:3 xcompute:24|ts imip:84 imip-channels arena-server
11366 atm-uhas hkp:4 lsdp:59|u ollama:4|t asgcypresstcps:55|t tempest-port:111 emc-xsw-dconfig:23|t h323callsigalt:97
11722 emc-xsw-dcache intrepid-ssl:28 lanschool:45|t lanschool-mpt:0|u xoraya:80 x2e-disc|u sysinfo-sp:90 tibsd:4|t
11996 wmereceiving|s wmedistribution|s wmereporting|s entextxid entextnetwk entexthigh entextmed entextlow
12004 dbisamserver1 dbisamserver2 accuracer accuracer-dbms ghvpn|u edbsrvr|t vipera:2 vipera-ssl rets-ssl:96
12120 nupaper-ss cawas:47 hivep:4 linogridengine:128 rads:2|t warehouse-sss:19 warehouse italk:23 carb-repl-ctrl:201|t
12752 tsaf netperf:112|t i-zipqd:295 bcslogc:56 rs-pias emc-vcas-tcp|t emc-vcas-udp:0|u powwow-client:5 powwow-server
13399 doip-data|t doip-disc:0|u bprd:320 bpdbm bpjava-msvc vnetd:2 bpcd:58 vopied nbdb:2 nomdb dsmcc-config:32
13818 dsmcc-session dsmcc-passthru dsmcc-download dsmcc-ccp bmdss|t a-trust-rpc:9|t ucontrol:62 dta-systems:35
13929 medevolve|t scotty-ft:70 sua|tus scotty-disc|u sage-best-com1:31 sage-best-com2 vcs-app:107 icpp icpps|t
14144 gcm-app vrts-tdd:4 vcscmd|t vad:4 cps:96 ca-web-update:164 xpra:86|t hde-lcesrvr-1:436 hde-lcesrvr-2 hydap:63
15001 onep-tls|t v2g-secc:116|u xpilot:227 3link:18 cisco-snat:192 bex-xr:105 ptp:80 2ping:258|u programmar|t fmsas|t
16000 fmsascon|t gsms|t alfin|u jwpc:17|t jwpc-bin|t sun-sea-port:140 solaris-audit|t etb4j:147 pduncs pdefmns
16359 netserialext1 netserialext2 netserialext3:6 netserialext4 connected:16 rdgs|t xoms:234|t axon-tunnel:46|t vtp|u
16788 cadsisvr|t newbay-snc-mc:111 sgcip:50 intel-rci-mp:41 amt-soap-http amt-soap-https amt-redir-tcp amt-redir-tls
17006 isode-dua ncpu:3|t vestasdlp:174|t soundsvirtual chipper:34 avtp avdecc cpsp|u isa100-gci|t trdp-pd|u trdp-md
17233 integrius-stp ssh-mgmt db-lsp:265|t db-lsp-disc:0|u ailith:55|t ea:174 zep:25 zigbee-ip zigbee-ips sw-orion:21|t
17999 biimenu radpdf:104|t racf:32|t opsec-cvp:45 opsec-ufp opsec-sam opsec-lea opsec-omi ohsc opsec-ela
18240 checkpoint-rtm iclid|t clusterxl|t gv-pf:19 ac-cluster:201 heythings:53|u rds-ib:118 rds-ip vdmmesh:33|t
18667 vdmmesh-disc|u ique:101 infotos:112 apc-necmp:7 igrid:112 scintilla:7 j-link:13|t opsec-uaa:171 ua-secureagent:3
19219 cora|t cora-disc:0|u keysrvr:63 keyshadow:32 mtrgtrans:83 hp-sco:12 hp-sca hp-sessmon fxuptp:127 sxuptp jcp
19787 mle|u faircom-db:2|t iec-104-sec:208|t dnp-sec|tus dnp|tus microsan commtact-http commtact-https openwebnet:2
20011 ss-idi-disc|u ss-idi|t opendeploy nburn_id:20 tmophl7mts:12 mountd:2 nfsrdma|tus avesterra:8|t tolfab:110
20201 ipdtp-port ipulse-ics:20 emwavemsg:258 track:190 crtech-nlm:140|t athand-mmp:189 irtrans notezilla-lan:10|t
21211 trinket-agent|t cohesity-agent|t aigairserver:8|t xahaud:116|t rdm-tfs:216|t dfserver vofr-gateway:36 tvpm:210
21800 sal|t webphone:44 netspeak-is netspeak-cs netspeak-acd netspeak-cps snapenetio:151 optocontrol optohost002
22002 optohost003 optohost004 optohost004 dcap:120|t gsidcap:3|t easyengine:94|t wnn6:51 cis:32 showcockpit-net:28
22334 shrewd-control|t shrewd-stream:0|u cis-secure:8 wibukey:4 codemeter:3 codemeter-cmwan|t caldsoft-backup:186|t
22554 vocaltec-phone|u vocaltec-wconf:0|t talikaserver:208 aws-brf:37 brf-gw:151 inovaport1:49 inovaport2 inovaport3
23002 inovaport4 inovaport5 inovaport6 gntp:48|t s102:219|u 5afe-dir:22|t 5afe-disc:0|u elxmgmt:39 novar-dbase:67
23400 novar-alarm novar-global aequus:54|t aequus-alt|t areaguard-neo:89|t med-ltp:454 med-fsp-rx med-fsp-tx med-supp
24003 med-ovw med-ci med-net-svc filesphere:236 vista-4gl:7 ild:72 hid|u vrmg-ip|t intel_rci:63 tonidods:79 binkp:89
24576 bilobit|t bilobit-update:0|u udpstp:24|u sdtvwcam:65|t canditv:10 flashfiler proactivate tcc-http:2 cslg:74|t
24849 assoc-disc|u find:72 icl-twobase1:78 icl-twobase2 icl-twobase3 icl-twobase4 icl-twobase5 icl-twobase6
25005 icl-twobase7 icl-twobase8 icl-twobase9 icl-twobase10 db2c-tls:91|t rna:371|s sauterdongle:105|t idtp:28|t
25792 vocaltec-hos tasp-net:107 niobserver nilinkanalyst niprobe bf-game:51|u bf-master|u quake:45 scscp:133 wnn6-ds:75
26256 cockroach|t ezproxy:3 ezmeeting k3software-svr k3software-cli exoline-tcp:223|t exoline-udp:0|u exoconfig
26488 exonet flex-lmadmin:521|t chlenix:6|t mongodb|t imagepump:328 jesmsjc:97 kopek-httphead:62 ars-vista:278
27875 astrolink|t tw-auth-key:123 nxlmd pqsp|t gruber-cashreg:9|t thor-engine:70|t a27-ran-ran:39|u voxelstorm:81
28239 siemensgsm bosswave:349|t saltd-licensing:411|t sgsap:118|s otmp:49 sbcap|s iuhsctpassoc|s bingbang:830|t ndmps|t
30000 pago-services1 pago-services2 amicon-fpsu-ra amicon-fpsu-s|u rwp:96|ts kingdomsonline:160 gs-realtime:140|t
30831 samsung-disc|u dilithium3:107 ovobs:60 ka-kdp:17|u ka-sddp:0|t autotrac-acp:4|t yawn:9|u eldim:308
31399 pace-licensed|t xqosd:16 tetrinet:41 lm-mon:163 dsx_monitor:65|t gamesmith-port:80 iceedcp_tx:183 iceedcp_rx
32033 iracinghelper t1distproc60:215 plex:151|t apm-link:83 sec-ntb-clnt:152 DMExpress filenet-powsrm:131 filenet-tms
32768 filenet-rpc filenet-nch filenet-rmi filenet-pa filenet-cm filenet-re filenet-pch filenet-peior filenet-obrok
32800 mlsn retp:10|t idmgratm:85 wg-endpt-comms:104|t mysqlx:60|t aurora-balaena:63 diamondport:208 dgi-serv:2|t
33333 speedtrace|t speedtrace-disc:0|u traceroute:100 mtrace|u snip-slave:221 digilent-adept:234|t turbonote-2:359
34377 p-net-local p-net-remote dhanalakshmi:188|t edi_service:0|u profinet-rt:395 profinet-rtm profinet-cm
34964 profinet-cm-sec profinet-rt-sec|u ethercat:14 heathview:20|t rt-viewer rt-sound|t rt-devicemapper|t
35003 rt-classmanager rt-labtracker|t rt-helper|t axio-disc:94 kitim:254|t altova-lm|t altova-lm-disc:0|u guttersnex|t
35356 openstack-id|t allpeers:644 wlcp:410|u s1-control|s x2-control:10|s slmap|s nq-ap|s m2ap:19|s m3ap|s
36461 xw-control|s febooti-aw:62|t observium-agent:78|t mapx:98|t kastenxpipe:165 3gpp-w1ap:607|s neckar:3
37482 gdrive-sync|t eftp:118|t unisys-eportal:53 ivs-database:346|t ivs-insertion|t cresco-control|t
38001 crescoctrl-disc|u galaxy7-data:199 fairview agpolicy ng-control:209|s xn-control:10|s e1-interface:40|s
38471 f1-control|s psqlmws:166|t sruth:162|t secrmmsafecopya:65|t vroa:198|t turbonote-1:618 safetynetp:319
40022 k-patentssensor|u sptx:381|t cscp:437 csccredir csccfirewall ortec-disc:10|u fs-qos:258 tentacle:10|t
41229 z-wave-s crestron-cip:564 crestron-ctp crestron-cips|t crestron-ctps|t candp:711 candrp caerpc curiosity:489|t
42999 recvr-rc|t recvr-rc-disc:0|u reachout:188 ndm-agent-port ip-provision noit-transport|t shaperai:19|t
43209 shaperai-disc|u hmip-routing:228|u eq3-config|u eq3-update:0|t ew-disc-cmd|u ew-mgmt:0|t ciscocsdb
44122 z-wave-tunnel|t pmcd:198 pmproxy pmwebapi|t cognex-dataman:121|t acronis-backup|t domiq:99|u rbr-debug:9
44599 asihpi|u EtherNet/IP-2:218 m3da:82|t m3da-disc:0|u asmp:100|t asmp-mon:0|u asmps|t rs-status|t synctest:43|t
45053 invision-ag witsnet:131 cloudcheck:329|t cloudcheck-ping:0|u eba:164 dai-shell:146|t qdb2service
45965 ssr-servermgr inedo:370|t spremotetablet:662|t mediabox mbus winrm|t jvl-mactalk:99|u dbbrowse:457
47623 directplaysrvr ap:182 bacnet:2 presonus-ucnet|u nimcontroller:191 nimspooler nimhub nimgtw nimbusdb|t
48004 nimbusdbctrl|t juka:43|t 3gpp-cbsp|t weandsf|t isnetserv:78 blp5 com-bardac-dw:427 iqobject:63 robotraconteur:34
48999 matahari|t nusdp-disc|u nusrp:0|t inspider:149|t
`;
