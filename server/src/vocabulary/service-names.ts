// The names of services and their ports; written by scripts/refresh-services.ts, not by hand.
// A word is `name:port/transports=alias`; transports are t TCP, u UDP, l UDP-Lite, s SCTP, d DCCP, a AppleTalk's DDP.

/** Source: Debian's /etc/services, package netbase. */
export const DEBIAN_SERVICES = `
rtmp:1/a tcpmux:1/t nbp:2/a echo:4/a zip:6/a echo:7/tu discard:9/tu=sink=null systat:11/t=users daytime:13/tu
netstat:15/t qotd:17/t=quote chargen:19/tu=ttytst=source ftp-data:20/t fsp:21/u=fspd ftp:21/t ssh:22/t telnet:23/t
smtp:25/t=mail time:37/tu=timserver whois:43/t=nicname tacacs:49/tu domain:53/tu bootps:67/u bootpc:68/u tftp:69/u
gopher:70/t finger:79/t http:80/t=www kerberos:88/tu=kerberos5=krb5=kerberos-sec iso-tsap:102/t=tsap
acr-nema:104/t=dicom poppassd:106/t pop3:110/t=pop-3 sunrpc:111/tu=portmapper auth:113/t=authentication=tap=ident
nntp:119/t=readnews=untp ntp:123/u epmap:135/t=loc-srv netbios-ns:137/u netbios-dgm:138/u netbios-ssn:139/t
imap2:143/t=imap snmp:161/tu snmp-trap:162/tu=snmptrap cmip-man:163/tu cmip-agent:164/tu mailq:174/t xdmcp:177/u
bgp:179/t smux:199/t qmtp:209/t z3950:210/t=wais ipx:213/u ptp-event:319/u ptp-general:320/u pawserv:345/t zserv:346/t
rpc2portmap:369/tu codaauth2:370/tu clearcase:371/u=Clearcase ldap:389/tu svrloc:427/tu https:443/tu snpp:444/t
microsoft-ds:445/t kpasswd:464/tu submissions:465/t=ssmtp=smtps=urd saft:487/t isakmp:500/u biff:512/u=comsat
exec:512/t login:513/t who:513/u=whod shell:514/t=cmd=syslog syslog:514/u printer:515/t=spooler talk:517/u ntalk:518/u
route:520/u=router=routed gdomap:538/tu uucp:540/t=uucpd klogin:543/t kshell:544/t=krcmd dhcpv6-client:546/u
dhcpv6-server:547/u afpovertcp:548/t rtsp:554/tu nntps:563/t=snntp submission:587/t nqs:607/t asf-rmcp:623/u qmqp:628/t
ipp:631/t ldaps:636/tu ldp:646/tu tinc:655/tu silc:706/t kerberos-adm:749/t kerberos4:750/tu=kerberos-iv=kdc
kerberos-master:751/u=kerberos_master kerberos-master:751/t passwd-server:752/u=passwd_server
krb-prop:754/t=krb_prop=krb5_prop=hprop moira-db:775/t=moira_db moira-update:777/t=moira_update
moira-ureg:779/u=moira_ureg spamd:783/t domain-s:853/tu supfilesrv:871/t rsync:873/t ftps-data:989/t ftps:990/t
telnets:992/t imaps:993/t pop3s:995/t socks:1080/t proofd:1093/t rootd:1094/t rmiregistry:1099/t supfiledbg:1127/t
skkserv:1178/t openvpn:1194/tu predict:1210/u rmtcfg:1236/t xtel:1313/t xtelw:1314/t lotusnote:1352/t=lotusnotes
ms-sql-s:1433/t ms-sql-m:1434/u ingreslock:1524/t datametrics:1645/tu=old-radius sa-msg-port:1646/tu=old-radacct
kermit:1649/t groupwise:1677/t l2f:1701/u=l2tp radius:1812/tu radius-acct:1813/tu=radacct cisco-sccp:2000/t nfs:2049/tu
gnunet:2086/tu rtcm-sc104:2101/tu zephyr-srv:2102/u zephyr-clt:2103/u zephyr-hm:2104/u gsigatekeeper:2119/t
iprop:2121/t gris:2135/t cvspserver:2401/t venus:2430/tu venus-se:2431/tu codasrv:2432/tu codasrv-se:2433/tu
mon:2583/tu zebrasrv:2600/t zebra:2601/t ripd:2602/t ripngd:2603/t ospfd:2604/t bgpd:2605/t ospf6d:2606/t
ospfapi:2607/t isisd:2608/t dict:2628/t f5-globalsite:2792/t gsiftp:2811/t gpsd:2947/t gds-db:3050/t=gds_db
icpv2:3130/u=icp isns:3205/tu iscsi-target:3260/t mysql:3306/t ms-wbt-server:3389/t nut:3493/tu distcc:3632/t
daap:3689/t svn:3690/t=subversion suucp:4031/t sysrqd:4094/t sieve:4190/t f5-iquery:4353/t epmd:4369/t remctl:4373/t
ntske:4460/t ipsec-nat-t:4500/u fax:4557/t hylafax:4559/t iax:4569/u mtn:4691/t radmin-port:4899/t munin:4949/t=lrrd
sip:5060/tu sip-tls:5061/tu xmpp-client:5222/t=jabber-client xmpp-server:5269/t=jabber-server cfengine:5308/t
mdns:5353/u postgresql:5432/t=postgres rplay:5555/u freeciv:5556/t=rptp nrpe:5666/t nsca:5667/t amqps:5671/t
amqp:5672/ts canna:5680/t x11:6000/t=x11-0 x11-1:6001/t x11-2:6002/t x11-3:6003/t x11-4:6004/t x11-5:6005/t
x11-6:6006/t x11-7:6007/t gnutella-svc:6346/tu gnutella-rtr:6347/tu redis:6379/t sge-qmaster:6444/t=sge_qmaster
sge-execd:6445/t=sge_execd mysql-proxy:6446/t syslog-tls:6514/t sane-port:6566/t=sane=saned ircd:6667/t babel:6696/u
ircs-u:6697/t afs3-fileserver:7000/u bbs:7000/t afs3-callback:7001/u afs3-prserver:7002/u afs3-vlserver:7003/u
afs3-kaserver:7004/u afs3-volser:7005/u afs3-bos:7007/u afs3-update:7008/u afs3-rmtsys:7009/u font-service:7100/t=xfs
zope-ftp:8021/t http-alt:8080/t=webcache tproxy:8081/t omniorb:8088/t puppet:8140/t clc-build-daemon:8990/t
xinetd:9098/t bacula-dir:9101/t bacula-fd:9102/t bacula-sd:9103/t git:9418/t xmms2:9667/t zope:9673/t webmin:10000/t
zabbix-agent:10050/t zabbix-trapper:10051/t amanda:10080/t kamanda:10081/t amandaidx:10082/t amidxtape:10083/t
nbd:10809/t dicom:11112/t hkp:11371/t sgi-cmsd:17001/u sgi-crsd:17002/u sgi-gcd:17003/u sgi-cad:17004/t db-lsp:17500/t
dcap:22125/t gsidcap:22128/t wnn6:22273/t binkp:24554/t asp:27374/tu csync2:30865/t dircproxy:57000/t tfido:60177/t
fido:60179/t
`;

/** Source: IANA's registry of service names and port numbers. */
export const IANA_SERVICES = `
tcpmux:1/tu rje:5/tu echo:7/tu discard:9/tusd systat:11/tu daytime:13/tu qotd:17/tu msp:18/tu chargen:19/tu
ftp-data:20/tus ftp:21/tus ssh:22/tus telnet:23/tu smtp:25/tu nsw-fe:27/tu msg-icp:29/tu msg-auth:31/tu dsp:33/tu
time:37/tu rap:38/tu rlp:39/tu graphics:41/tu nameserver:42/tu nicname:43/tu mpm-flags:44/tu mpm:45/tu mpm-snd:46/tu
auditd:48/tu tacacs:49/tu re-mail-ck:50/tu xns-time:52/tu domain:53/tu xns-ch:54/tu isi-gl:55/tu xns-auth:56/tu
xns-mail:58/tu acas:62/tu whois++:63/tu covia:64/tu tacacs-ds:65/tu sql*net:66/tu bootps:67/tu bootpc:68/tu tftp:69/tu
gopher:70/tu netrjs-1:71/tu netrjs-2:72/tu netrjs-3:73/tu netrjs-4:74/tu deos:76/tu vettcp:78/tu finger:79/tu
http:80/tus www:80/tu www-http:80/tu xfer:82/tu mit-ml-dev:83/tu ctf:84/tu mit-ml-dev:85/tu mfcobol:86/tu
kerberos:88/tu su-mit-tg:89/tu dnsix:90/tu mit-dov:91/tu npp:92/tu dcp:93/tu objcall:94/tu supdup:95/tu dixie:96/tu
swift-rvf:97/tu tacnews:98/tu metagram:99/tu hostname:101/tu iso-tsap:102/tu gppitnp:103/tu acr-nema:104/tu
csnet-ns:105/tu 3com-tsmux:106/tu rtelnet:107/tu snagas:108/tu pop2:109/tu pop3:110/tu sunrpc:111/tu mcidas:112/tu
auth:113/tu sftp:115/tu ansanotify:116/tu uucp-path:117/tu sqlserv:118/tu nntp:119/tu cfdptkt:120/tu erpc:121/tu
smakynet:122/tu ntp:123/tu ansatrader:124/tu locus-map:125/tu nxedit:126/tu locus-con:127/tu gss-xlicen:128/tu
pwdgen:129/tu cisco-fna:130/tu cisco-tna:131/tu cisco-sys:132/tu statsrv:133/tu ingres-net:134/tu epmap:135/tu
profile:136/tu netbios-ns:137/tu netbios-dgm:138/tu netbios-ssn:139/tu emfis-data:140/tu emfis-cntl:141/tu
bl-idm:142/tu imap:143/t uma:144/tu uaac:145/tu iso-tp0:146/tu iso-ip:147/tu jargon:148/tu aed-512:149/tu
sql-net:150/tu hems:151/tu bftp:152/tu sgmp:153/tu netsc-prod:154/tu netsc-dev:155/tu sqlsrv:156/tu knet-cmp:157/tu
pcmail-srv:158/tu nss-routing:159/tu sgmp-traps:160/tu snmp:161/tu snmptrap:162/tu cmip-man:163/tu cmip-agent:164/tu
xns-courier:165/tu s-net:166/tu namp:167/tu rsvd:168/tu send:169/tu print-srv:170/tu multiplex:171/tu cl/1:172/tu
xyplex-mux:173/tu mailq:174/tu vmnet:175/tu genrad-mux:176/tu xdmcp:177/tu nextstep:178/tu bgp:179/tus ris:180/tu
unify:181/tu audit:182/tu ocbinder:183/tu ocserver:184/tu remote-kis:185/tu kis:186/tu aci:187/tu mumps:188/tu
qft:189/tu gacp:190/tu prospero:191/tu osu-nms:192/tu srmp:193/tu irc:194/tu dn6-nlm-aud:195/tu dn6-smm-red:196/tu
dls:197/tu dls-mon:198/tu smux:199/tu src:200/tu at-rtmp:201/tu at-nbp:202/tu at-3:203/tu at-echo:204/tu at-5:205/tu
at-zis:206/tu at-7:207/tu at-8:208/tu qmtp:209/tu z39.50:210/tu 914c/g:211/tu anet:212/tu ipx:213/tu vmpwscs:214/tu
softpc:215/tu CAIlic:216/tu dbase:217/tu mpp:218/tu uarps:219/tu imap3:220/tu fln-spx:221/tu rsh-spx:222/tu cdc:223/tu
masqdialer:224/tu direct:242/tu sur-meas:243/tu inbusiness:244/tu link:245/tu dsp3270:246/tu subntbcst_tftp:247/tu
bhfhs:248/tu rap:256/tu set:257/tu esro-gen:259/tu openport:260/tu nsiiops:261/tu arcisdms:262/tu hdap:263/tu
bgmp:264/tu x-bone-ctl:265/tu sst:266/tu td-service:267/tu td-replica:268/tu manet:269/tu gist:270/u pt-tls:271/t
http-mgmt:280/tu personal-link:281/tu cableport-ax:282/tu rescap:283/tu corerjd:284/tu fxp:286/tu k-block:287/tu
tacacss:300/t novastorbakcup:308/tu entrusttime:309/tu bhmds:310/tu asip-webadmin:311/tu vslmp:312/tu
magenta-logic:313/tu opalis-robot:314/tu dpsi:315/tu decauth:316/tu zannet:317/tu pkix-timestamp:318/tu
ptp-event:319/tu ptp-general:320/tu pip:321/tu rtsps:322/tu rpki-rtr:323/t rpki-rtr-tls:324/t texar:333/tu pdap:344/tu
pawserv:345/tu zserv:346/tu fatserv:347/tu csi-sgwp:348/tu mftp:349/tu matip-type-a:350/tu bhoetty:351/tu
bhoedap4:352/tu ndsauth:353/tu bh611:354/tu datex-asn:355/tu cloanto-net-1:356/tu bhevent:357/tu shrinkwrap:358/tu
scoi2odialog:360/tu semantix:361/tu srssend:362/tu rsvp_tunnel:363/tu aurora-cmgr:364/tu dtk:365/tu odmr:366/tu
mortgageware:367/tu qbikgdp:368/tu rpc2portmap:369/tu codaauth2:370/tu clearcase:371/tu ulistproc:372/tu
legent-1:373/tu legent-2:374/tu hassle:375/tu nip:376/tu tnETOS:377/tu dsETOS:378/tu is99c:379/tu is99s:380/tu
hp-collector:381/tu hp-managed-node:382/tu hp-alarm-mgr:383/tu arns:384/tu ibm-app:385/tu asa:386/tu aurp:387/tu
unidata-ldm:388/tu ldap:389/tu uis:390/tu synotics-relay:391/tu synotics-broker:392/tu meta5:393/tu embl-ndt:394/tu
netcp:395/tu netware-ip:396/tu mptn:397/tu kryptolan:398/tu iso-tsap-c2:399/tu osb-sd:400/tu ups:401/tu genie:402/tu
decap:403/tu nced:404/tu ncld:405/tu imsp:406/tu timbuktu:407/tu prm-sm:408/tu prm-nm:409/tu decladebug:410/tu
rmt:411/tu synoptics-trap:412/tu smsp:413/tu infoseek:414/tu bnet:415/tu silverplatter:416/tu onmux:417/tu
hyper-g:418/tu ariel1:419/tu smpte:420/tu ariel2:421/tu ariel3:422/tu opc-job-start:423/tu opc-job-track:424/tu
icad-el:425/tu smartsdp:426/tu svrloc:427/tu ocs_cmu:428/tu ocs_amu:429/tu utmpsd:430/tu utmpcd:431/tu iasd:432/tu
nnsp:433/tu mobileip-agent:434/tu mobilip-mn:435/tu dna-cml:436/tu comscm:437/tu dsfgw:438/tu dasp:439/tu sgcp:440/tu
decvms-sysmgt:441/tu cvc_hostd:442/tu https:443/tus snpp:444/tu microsoft-ds:445/tu ddm-rdb:446/tu ddm-dfm:447/tu
ddm-ssl:448/tu as-servermap:449/tu tserver:450/tu sfs-smp-net:451/tu sfs-config:452/tu creativeserver:453/tu
contentserver:454/tu creativepartnr:455/tu macon-tcp:456/t macon-udp:456/u scohelp:457/tu appleqtc:458/tu
ampr-rcmd:459/tu skronk:460/tu datasurfsrv:461/tu datasurfsrvsec:462/tu alpes:463/tu kpasswd:464/tu igmpv3lite:465/u
submissions:465/t digital-vrc:466/tu mylex-mapd:467/tu photuris:468/tu rcp:469/tu scx-proxy:470/tu mondex:471/tu
ljk-login:472/tu hybrid-pop:473/tu tn-tl-w1:474/t tn-tl-w2:474/u tcpnethaspsrv:475/tu tn-tl-fd1:476/tu ss7ns:477/tu
spsc:478/tu iafserver:479/tu iafdbase:480/tu ph:481/tu bgs-nsi:482/tu ulpnet:483/tu integra-sme:484/tu
powerburst:485/tu avian:486/tu saft:487/tu gss-http:488/tu nest-protocol:489/tu micom-pfs:490/tu go-login:491/tu
ticf-1:492/tu ticf-2:493/tu pov-ray:494/tu intecourier:495/tu pim-rp-disc:496/tu retrospect:497/tu siam:498/tu
iso-ill:499/tu isakmp:500/tu stmf:501/tu mbap:502/tu intrinsa:503/tu citadel:504/tu mailbox-lm:505/tu ohimsrv:506/tu
crs:507/tu xvttp:508/tu snare:509/tu fcp:510/tu passgo:511/tu biff:512/u exec:512/t login:513/t who:513/u shell:514/t
syslog:514/u printer:515/tu videotex:516/tu talk:517/tu ntalk:518/tu utime:519/tu efs:520/t router:520/u ripng:521/tu
ulp:522/tu ibm-db2:523/tu ncp:524/tu timed:525/tu tempo:526/tu stx:527/tu custix:528/tu irc-serv:529/tu courier:530/tu
conference:531/tu netnews:532/tu netwall:533/tu windream:534/tu iiop:535/tu opalis-rdv:536/tu nmsp:537/tu gdomap:538/tu
apertus-ldp:539/tu uucp:540/tu uucp-rlogin:541/tu commerce:542/tu klogin:543/tu kshell:544/tu appleqtcsrvr:545/tu
dhcpv6-client:546/tu dhcpv6-server:547/tu afpovertcp:548/tu idfp:549/tu new-rwho:550/tu cybercash:551/tu
devshr-nts:552/tu pirp:553/tu rtsp:554/tu dsf:555/tu remotefs:556/tu openvms-sysipc:557/tu sdnskmp:558/tu
teedtap:559/tu rmonitor:560/tu monitor:561/tu chshell:562/tu nntps:563/tu 9pfs:564/tu whoami:565/tu streettalk:566/tu
banyan-rpc:567/tu ms-shuttle:568/tu ms-rome:569/tu meter:570/tu meter:571/tu sonar:572/tu banyan-vip:573/tu
ftp-agent:574/tu vemmi:575/tu ipcd:576/tu vnas:577/tu ipdd:578/tu decbsrv:579/tu sntp-heartbeat:580/tu bdp:581/tu
scc-security:582/tu philips-vc:583/tu keyserver:584/tu password-chg:586/tu submission:587/tu cal:588/tu eyelink:589/tu
tns-cml:590/tu http-alt:591/tu eudora-set:592/tu http-rpc-epmap:593/tu tpip:594/tu cab-protocol:595/tu smsd:596/tu
ptcnameservice:597/tu sco-websrvrmg3:598/tu acp:599/tu ipcserver:600/tu syslog-conn:601/tu xmlrpc-beep:602/tu
idxp:603/tu tunnel:604/tu soap-beep:605/tu urm:606/tu nqs:607/tu sift-uft:608/tu npmp-trap:609/tu npmp-local:610/tu
npmp-gui:611/tu hmmp-ind:612/tu hmmp-op:613/tu sshell:614/tu sco-inetmgr:615/tu sco-sysmgr:616/tu sco-dtmgr:617/tu
dei-icda:618/tu compaq-evm:619/tu sco-websrvrmgr:620/tu escp-ip:621/tu collaborator:622/tu asf-rmcp:623/u
oob-ws-http:623/t cryptoadmin:624/tu dec_dlm:625/tu asia:626/tu passgo-tivoli:627/tu qmqp:628/tu 3com-amp3:629/tu
rda:630/tu ipp:631/u ipps:631/t bmpp:632/tu servstat:633/tu ginad:634/tu rlzdbase:635/tu ldaps:636/tu lanserver:637/tu
mcns-sec:638/tu msdp:639/tu entrust-sps:640/tu repcmd:641/tu esro-emsdp:642/tu sanity:643/tu dwr:644/tu pssc:645/tu
ldp:646/tu dhcp-failover:647/tu rrp:648/tu cadview-3d:649/tu obex:650/tu ieee-mms:651/tu hello-port:652/tu
repscmd:653/tu aodv:654/tu tinc:655/tu spmp:656/tu rmc:657/tu tenfold:658/tu mac-srvr-admin:660/tu hap:661/tu
pftp:662/tu purenoise:663/tu asf-secure-rmcp:664/u oob-ws-https:664/t sun-dr:665/tu doom:666/tu disclose:667/tu
mecomm:668/tu meregister:669/tu vacdsm-sws:670/tu vacdsm-app:671/tu vpps-qua:672/tu cimplex:673/tu acap:674/tu
dctp:675/tu vpps-via:676/tu vpp:677/tu ggf-ncp:678/tu mrm:679/tu entrust-aaas:680/tu entrust-aams:681/tu xfr:682/tu
corba-iiop:683/tu corba-iiop-ssl:684/tu mdc-portmapper:685/tu hcp-wismar:686/tu asipregistry:687/tu realm-rusd:688/tu
nmap:689/tu vatp:690/tu msexch-routing:691/tu hyperwave-isp:692/tu connendp:693/tu ha-cluster:694/tu
ieee-mms-ssl:695/tu rushd:696/tu uuidgen:697/tu olsr:698/tu accessnetwork:699/tu epp:700/tu lmp:701/tu iris-beep:702/tu
elcsd:704/tu agentx:705/tu silc:706/tu borland-dsj:707/tu entrust-kmsh:709/tu entrust-ash:710/tu cisco-tdp:711/tu
tbrpf:712/tu iris-xpc:713/tu iris-xpcs:714/tu iris-lwz:715/tu pana:716/u netviewdm1:729/tu netviewdm2:730/tu
netviewdm3:731/tu netgw:741/tu netrcs:742/tu flexlm:744/tu fujitsu-dev:747/tu ris-cm:748/tu kerberos-adm:749/tu
kerberos-iv:750/u rfile:750/t pump:751/tu qrh:752/tu rrh:753/tu tell:754/tu nlogin:758/tu con:759/tu ns:760/tu
rxe:761/tu quotad:762/tu cycleserv:763/tu omserv:764/tu webster:765/tu phonebook:767/tu vid:769/tu cadlock:770/tu
rtip:771/tu cycleserv2:772/tu notify:773/u submit:773/t acmaint_dbd:774/u rpasswd:774/t acmaint_transd:775/u
entomb:775/t wpages:776/tu multiling-http:777/tu wpgs:780/tu mdbs_daemon:800/tu device:801/tu mbap-s:802/tu
fcp-udp:810/tu itm-mcell-s:828/tu pkix-3-ca-ra:829/tu netconf-ssh:830/tu dhcp-failover2:847/tu gdoi:848/tu
domain-s:853/tu dlep:854/tu iscsi:860/tu owamp-control:861/t owamp-test:861/u twamp-control:862/t twamp-test:862/u
rsync:873/tu iclcnet-locate:886/tu iclcnet_svinfo:887/tu accessbuilder:888/u cddbp:888/t omginitialrefs:900/tu
smpnameres:901/tu ideafarm-door:902/tu ideafarm-panic:903/tu kink:910/tu xact-backup:911/tu apex-mesh:912/tu
apex-edge:913/tu rift-lies:914/u rift-ties:915/u rndc:953/t ftps-data:989/tu ftps:990/tu nas:991/tu telnets:992/tu
imaps:993/t pop3s:995/tu vsinet:996/tu maitrd:997/tu busboy:998/t puparp:998/u puprouter:999/tu cadlock2:1000/tu
webpush:1001/t surf:1010/tu exp1:1021/tusd exp2:1022/tusd blackjack:1025/tu cap:1026/tu 6a44:1027/u solid-mux:1029/tu
netinfo-local:1033/tu activesync:1034/tu mxxrlogin:1035/tu nsstp:1036/tu ams:1037/tu mtqp:1038/tu sbl:1039/tu
netarx:1040/tu danf-ak2:1041/tu afrog:1042/tu boinc-client:1043/tu dcutility:1044/tu fpitp:1045/tu wfremotertm:1046/tu
neod1:1047/tu neod2:1048/tu td-postman:1049/tu cma:1050/tu optima-vnet:1051/tu ddt:1052/tu remote-as:1053/tu
brvread:1054/tu ansyslmd:1055/tu vfo:1056/tu startron:1057/tu nim:1058/tu nimreg:1059/tu polestar:1060/tu kiosk:1061/tu
veracity:1062/tu kyoceranetdev:1063/tu jstel:1064/tu syscomlan:1065/tu fpo-fns:1066/tu instl_boots:1067/tu
instl_bootc:1068/tu cognex-insight:1069/tu gmrupdateserv:1070/tu bsquare-voip:1071/tu cardax:1072/tu
bridgecontrol:1073/tu warmspotMgmt:1074/tu rdrmshc:1075/tu dab-sti-c:1076/tu imgames:1077/tu avocent-proxy:1078/tu
asprovatalk:1079/tu socks:1080/tu pvuniwien:1081/tu amt-esd-prot:1082/tu ansoft-lm-1:1083/tu ansoft-lm-2:1084/tu
webobjects:1085/tu cplscrambler-lg:1086/tu cplscrambler-in:1087/tu cplscrambler-al:1088/tu ff-annunc:1089/tu
ff-fms:1090/tu ff-sm:1091/tu obrpd:1092/tu proofd:1093/tu rootd:1094/tu nicelink:1095/tu cnrprotocol:1096/tu
sunclustermgr:1097/tu rmiactivation:1098/tu rmiregistry:1099/tu mctp:1100/tu pt2-discover:1101/tu adobeserver-1:1102/tu
adobeserver-2:1103/tu xrl:1104/tu ftranhc:1105/tu isoipsigport-1:1106/tu isoipsigport-2:1107/tu ratio-adp:1108/tu
nfsd-keepalive:1110/u webadmstart:1110/t lmsocialserver:1111/tu icp:1112/tu ltp-deepspace:1113/tud mini-sql:1114/tu
ardus-trns:1115/tu ardus-cntl:1116/tu ardus-mtrns:1117/tu sacred:1118/tu bnetgame:1119/tu bnetfile:1120/tu rmpp:1121/tu
availant-mgr:1122/tu murray:1123/tu hpvmmcontrol:1124/tu hpvmmagent:1125/tu hpvmmdata:1126/tu kwdb-commn:1127/tu
saphostctrl:1128/tu saphostctrls:1129/tu casp:1130/tu caspssl:1131/tu kvm-via-ip:1132/tu dfn:1133/tu aplx:1134/tu
omnivision:1135/tu hhb-gateway:1136/tu trim:1137/tu encrypted_admin:1138/tu evm:1139/tu autonoc:1140/tu mxomss:1141/tu
edtools:1142/tu imyx:1143/tu fuscript:1144/tu x9-icue:1145/tu audit-transfer:1146/tu capioverlan:1147/tu
elfiq-repl:1148/tu bvtsonar:1149/tu blaze:1150/tu unizensus:1151/tu winpoplanmess:1152/tu c1222-acse:1153/tu
resacommunity:1154/tu nfa:1155/tu iascontrol-oms:1156/tu iascontrol:1157/tu dbcontrol-oms:1158/tu oracle-oms:1159/tu
olsv:1160/tu health-polling:1161/tu health-trap:1162/tu sddp:1163/tu qsm-proxy:1164/tu qsm-gui:1165/tu
qsm-remote:1166/tu cisco-ipsla:1167/tus vchat:1168/tu tripwire:1169/tu atc-lm:1170/tu atc-appserver:1171/tu
dnap:1172/tu d-cinema-rrp:1173/tu fnet-remote-ui:1174/tu dossier:1175/tu indigo-server:1176/tu dkmessenger:1177/tu
sgi-storman:1178/tu b2n:1179/tu mc-client:1180/tu 3comnetman:1181/tu accelenet:1182/t accelenet-data:1182/u
llsurfup-http:1183/tu llsurfup-https:1184/tu catchpole:1185/tu mysql-cluster:1186/tu alias:1187/tu hp-webadmin:1188/tu
unet:1189/tu commlinx-avl:1190/tu gpfs:1191/tu caids-sensor:1192/tu fiveacross:1193/tu openvpn:1194/tu rsf-1:1195/tu
netmagic:1196/tu carrius-rshell:1197/tu cajo-discovery:1198/tu dmidi:1199/tu scol:1200/tu nucleus-sand:1201/tu
caiccipc:1202/tu ssslic-mgr:1203/tu ssslog-mgr:1204/tu accord-mgc:1205/tu anthony-data:1206/tu metasage:1207/tu
seagull-ais:1208/tu ipcd3:1209/tu eoss:1210/tu groove-dpp:1211/tu lupa:1212/tu mpc-lifenet:1213/tu kazaa:1214/tu
scanstat-1:1215/tu etebac5:1216/tu hpss-ndapi:1217/tu aeroflight-ads:1218/tu aeroflight-ret:1219/tu
qt-serveradmin:1220/tu sweetware-apps:1221/tu nerv:1222/tu tgp:1223/tu vpnz:1224/tu slinkysearch:1225/tu
stgxfws:1226/tu dns2go:1227/tu florence:1228/tu zented:1229/tu periscope:1230/tu menandmice-lpm:1231/tu
first-defense:1232/tu univ-appserver:1233/tu search-agent:1234/tu mosaicsyssvc1:1235/tu bvcontrol:1236/tu
tsdos390:1237/tu hacl-qs:1238/tu nmsd:1239/tu instantia:1240/tu nessus:1241/tu nmasoverip:1242/tu serialgateway:1243/tu
isbconference1:1244/tu isbconference2:1245/tu payrouter:1246/tu visionpyramid:1247/tu hermes:1248/tu
mesavistaco:1249/tu swldy-sias:1250/tu servergraph:1251/tu bspne-pcc:1252/tu q55-pcc:1253/tu de-noc:1254/tu
de-cache-query:1255/tu de-server:1256/tu shockwave2:1257/tu opennl:1258/tu opennl-voice:1259/tu ibm-ssd:1260/tu
mpshrsv:1261/tu qnts-orb:1262/tu dka:1263/tu prat:1264/tu dssiapi:1265/tu dellpwrappks:1266/tu epc:1267/tu
propel-msgsys:1268/tu watilapp:1269/tu opsmgr:1270/tu excw:1271/tu cspmlockmgr:1272/tu emc-gateway:1273/tu
t1distproc:1274/tu ivcollector:1275/tu miva-mqs:1277/tu dellwebadmin-1:1278/tu dellwebadmin-2:1279/tu
pictrography:1280/tu healthd:1281/tu emperion:1282/tu productinfo:1283/tu iee-qfx:1284/tu neoiface:1285/tu
netuitive:1286/tu routematch:1287/tu navbuddy:1288/tu jwalkserver:1289/tu winjaserver:1290/tu seagulllms:1291/tu
dsdn:1292/tu pkt-krb-ipsec:1293/tu cmmdriver:1294/tu ehtp:1295/tu dproxy:1296/tu sdproxy:1297/tu lpcp:1298/tu
hp-sci:1299/tu h323hostcallsc:1300/tu sftsrv:1303/tu boomerang:1304/tu pe-mike:1305/tu re-conn-proto:1306/tu
pacmand:1307/tu odsi:1308/tu jtag-server:1309/tu husky:1310/tu rxmon:1311/tu sti-envision:1312/tu bmc_patroldb:1313/tu
pdps:1314/tu els:1315/tu exbit-escp:1316/tu vrts-ipcserver:1317/tu krb5gatekeeper:1318/tu amx-icsp:1319/tu
amx-axbnet:1320/tu pip:1321/tu novation:1322/tu brcd:1323/tu delta-mcp:1324/tu dx-instrument:1325/tu wimsic:1326/tu
ultrex:1327/tu ewall:1328/tu netdb-export:1329/tu streetperfect:1330/tu intersan:1331/tu pcia-rxp-b:1332/tu
passwrd-policy:1333/tu writesrv:1334/tu digital-notary:1335/tu ischat:1336/tu menandmice-dns:1337/tu
wmc-log-svc:1338/tu kjtsiteserver:1339/tu naap:1340/tu qubes:1341/tu esbroker:1342/tu re101:1343/tu icap:1344/tu
vpjp:1345/tu alta-ana-lm:1346/tu bbn-mmc:1347/tu bbn-mmx:1348/tu sbook:1349/tu editbench:1350/tu
equationbuilder:1351/tu lotusnote:1352/tu relief:1353/tu XSIP-network:1354/tu intuitive-edge:1355/tu
cuillamartin:1356/tu pegboard:1357/tu connlcli:1358/tu ftsrv:1359/tu mimer:1360/tu linx:1361/tu timeflies:1362/tu
ndm-requester:1363/tu ndm-server:1364/tu adapt-sna:1365/tu netware-csp:1366/tu dcs:1367/tu screencast:1368/tu
gv-us:1369/tu us-gv:1370/tu fc-cli:1371/tu fc-ser:1372/tu chromagrafx:1373/tu molly:1374/tu bytex:1375/tu
ibm-pps:1376/tu cichlid:1377/tu elan:1378/tu dbreporter:1379/tu telesis-licman:1380/tu apple-licman:1381/tu
udt_os:1382/tu gwha:1383/tu os-licman:1384/tu atex_elmd:1385/tu checksum:1386/tu cadsi-lm:1387/tu objective-dbc:1388/tu
iclpv-dm:1389/tu iclpv-sc:1390/tu iclpv-sas:1391/tu iclpv-pm:1392/tu iclpv-nls:1393/tu iclpv-nlc:1394/tu
iclpv-wsm:1395/tu dvl-activemail:1396/tu audio-activmail:1397/tu video-activmail:1398/tu cadkey-licman:1399/tu
cadkey-tablet:1400/tu goldleaf-licman:1401/tu prm-sm-np:1402/tu prm-nm-np:1403/tu igi-lm:1404/tu ibm-res:1405/tu
netlabs-lm:1406/tu tibet-server:1407/t sophia-lm:1408/tu here-lm:1409/tu hiq:1410/tu af:1411/tu innosys:1412/tu
innosys-acl:1413/tu ibm-mqseries:1414/tu dbstar:1415/tu novell-lu6.2:1416/tu timbuktu-srv1:1417/tu
timbuktu-srv2:1418/tu timbuktu-srv3:1419/tu timbuktu-srv4:1420/tu gandalf-lm:1421/tu autodesk-lm:1422/tu
essbase:1423/tu hybrid:1424/tu zion-lm:1425/tu sais:1426/tu mloadd:1427/tu informatik-lm:1428/tu nms:1429/tu
tpdu:1430/tu rgtp:1431/tu blueberry-lm:1432/tu ms-sql-s:1433/tu ms-sql-m:1434/tu ibm-cics:1435/tu saism:1436/tu
tabula:1437/tu eicon-server:1438/tu eicon-x25:1439/tu eicon-slp:1440/tu cadis-1:1441/tu cadis-2:1442/tu ies-lm:1443/tu
marcam-lm:1444/tu proxima-lm:1445/tu ora-lm:1446/tu apri-lm:1447/tu oc-lm:1448/tu peport:1449/tu dwf:1450/tu
infoman:1451/tu gtegsc-lm:1452/tu genie-lm:1453/tu interhdl_elmd:1454/tu esl-lm:1455/tu dca:1456/tu valisys-lm:1457/tu
nrcabq-lm:1458/tu proshare1:1459/tu proshare2:1460/tu ibm_wrless_lan:1461/tu world-lm:1462/tu nucleus:1463/tu
msl_lmd:1464/tu pipes:1465/tu oceansoft-lm:1466/tu csdmbase:1467/tu csdm:1468/tu aal-lm:1469/tu uaiact:1470/tu
csdmbase:1471/tu csdm:1472/tu openmath:1473/tu telefinder:1474/tu taligent-lm:1475/tu clvm-cfg:1476/tu
ms-sna-server:1477/tu ms-sna-base:1478/tu dberegister:1479/tu pacerforum:1480/tu airs:1481/tu miteksys-lm:1482/tu
afs:1483/tu confluent:1484/tu lansource:1485/tu nms_topo_serv:1486/tu localinfosrvr:1487/tu docstor:1488/tu
dmdocbroker:1489/tu insitu-conf:1490/tu stone-design-1:1492/tu netmap_lm:1493/tu ica:1494/tu cvc:1495/tu
liberty-lm:1496/tu rfx-lm:1497/tu sybase-sqlany:1498/tu fhc:1499/tu vlsi-lm:1500/tu saiscm:1501/tu
shivadiscovery:1502/tu imtc-mcs:1503/tu evb-elm:1504/tu funkproxy:1505/tu utcd:1506/tu symplex:1507/tu diagmond:1508/tu
robcad-lm:1509/tu mvx-lm:1510/tu 3l-l1:1511/tu wins:1512/tu fujitsu-dtc:1513/tu fujitsu-dtcns:1514/tu
ifor-protocol:1515/tu vpad:1516/tu vpac:1517/tu vpvd:1518/tu vpvc:1519/tu atm-zip-office:1520/tu ncube-lm:1521/tu
ricardo-lm:1522/tu cichild-lm:1523/tu ingreslock:1524/tu prospero-np:1525/tu pdap-np:1526/tu tlisrv:1527/tu
norp:1528/tus coauthor:1529/tu rap-service:1530/tu rap-listen:1531/tu miroconnect:1532/tu virtual-places:1533/tu
micromuse-lm:1534/tu ampr-info:1535/tu ampr-inter:1536/tu sdsc-lm:1537/tu 3ds-lm:1538/tu intellistor-lm:1539/tu
rds:1540/tu rds2:1541/tu gridgen-elmd:1542/tu simba-cs:1543/tu aspeclmd:1544/tu vistium-share:1545/tu
abbaccuray:1546/tu laplink:1547/tu axon-lm:1548/tu shivahose:1549/t shivasound:1549/u 3m-image-lm:1550/tu
hecmtl-db:1551/tu pciarray:1552/tu sna-cs:1553/tu caci-lm:1554/tu livelan:1555/tu veritas_pbx:1556/tu
arbortext-lm:1557/tu xingmpeg:1558/tu web2host:1559/tu asci-val:1560/tu facilityview:1561/tu pconnectmgr:1562/tu
cadabra-lm:1563/tu pay-per-view:1564/tu winddlb:1565/tu corelvideo:1566/tu jlicelmd:1567/tu tsspmap:1568/tu ets:1569/tu
orbixd:1570/tu rdb-dbs-disp:1571/tu chip-lm:1572/tu itscomm-ns:1573/tu mvel-lm:1574/tu oraclenames:1575/tu
moldflow-lm:1576/tu hypercube-lm:1577/tu jacobus-lm:1578/tu ioc-sea-lm:1579/tu tn-tl-r1:1580/t tn-tl-r2:1580/u
mil-2045-47001:1581/tu msims:1582/tu simbaexpress:1583/tu tn-tl-fd2:1584/tu intv:1585/tu ibm-abtact:1586/tu
pra_elmd:1587/tu triquest-lm:1588/tu vqp:1589/tu gemini-lm:1590/tu ncpm-pm:1591/tu commonspace:1592/tu
mainsoft-lm:1593/tu sixtrak:1594/tu radio:1595/tu radio-bc:1596/u radio-sm:1596/t orbplus-iiop:1597/tu picknfs:1598/tu
simbaservices:1599/tu issd:1600/tu aas:1601/tu inspect:1602/tu picodbc:1603/tu icabrowser:1604/tu slp:1605/tu
slm-api:1606/tu stt:1607/tu smart-lm:1608/tu isysg-lm:1609/tu taurus-wh:1610/tu ill:1611/tu netbill-trans:1612/tu
netbill-keyrep:1613/tu netbill-cred:1614/tu netbill-auth:1615/tu netbill-prod:1616/tu nimrod-agent:1617/tu
skytelnet:1618/tu xs-openstorage:1619/tu faxportwinport:1620/tu softdataphone:1621/tu ontime:1622/tu jaleosnd:1623/tu
udp-sr-port:1624/tu svs-omagent:1625/tu shockwave:1626/tu t128-gateway:1627/tu lontalk-norm:1628/tu
lontalk-urgnt:1629/tu oraclenet8cman:1630/tu visitview:1631/tu pammratc:1632/tu pammrpc:1633/tu loaprobe:1634/tu
edb-server1:1635/tu isdc:1636/tu islc:1637/tu ismc:1638/tu cert-initiator:1639/tu cert-responder:1640/tu
invision:1641/tu isis-am:1642/tu isis-ambc:1643/tu saiseh:1644/tu sightline:1645/tu sa-msg-port:1646/tu rsap:1647/tu
concurrent-lm:1648/tu kermit:1649/tu nkd:1650/tu shiva_confsrvr:1651/tu xnmp:1652/tu alphatech-lm:1653/tu
stargatealerts:1654/tu dec-mbadmin:1655/tu dec-mbadmin-h:1656/tu fujitsu-mmpdc:1657/tu sixnetudr:1658/tu sg-lm:1659/tu
skip-mc-gikreq:1660/tu netview-aix-1:1661/tu netview-aix-2:1662/tu netview-aix-3:1663/tu netview-aix-4:1664/tu
netview-aix-5:1665/tu netview-aix-6:1666/tu netview-aix-7:1667/tu netview-aix-8:1668/tu netview-aix-9:1669/tu
netview-aix-10:1670/tu netview-aix-11:1671/tu netview-aix-12:1672/tu proshare-mc-1:1673/tu proshare-mc-2:1674/tu
pdp:1675/tu netcomm1:1676/t netcomm2:1676/u groupwise:1677/tu prolink:1678/tu darcorp-lm:1679/tu microcom-sbp:1680/tu
sd-elmd:1681/tu lanyon-lantern:1682/tu ncpm-hip:1683/tu snaresecure:1684/tu n2nremote:1685/tu cvmon:1686/tu
nsjtp-ctrl:1687/tu nsjtp-data:1688/tu firefox:1689/tu ng-umds:1690/tu empire-empuma:1691/tu sstsys-lm:1692/tu
rrirtr:1693/tu rrimwm:1694/tu rrilwm:1695/tu rrifmm:1696/tu rrisat:1697/tu rsvp-encap-1:1698/tu rsvp-encap-2:1699/tu
mps-raft:1700/tu l2tp:1701/tu deskshare:1702/tu hb-engine:1703/tu bcs-broker:1704/tu slingshot:1705/tu jetform:1706/tu
vdmplay:1707/tu gat-lmd:1708/tu centra:1709/tu impera:1710/tu pptconference:1711/tu registrar:1712/tu
conferencetalk:1713/tu sesi-lm:1714/tu houdini-lm:1715/tu xmsg:1716/tu fj-hdnet:1717/tu h323gatedisc:1718/tu
h323gatestat:1719/tu h323hostcall:1720/tus caicci:1721/tu hks-lm:1722/tu pptp:1723/tu csbphonemaster:1724/tu
iden-ralp:1725/tu iberiagames:1726/tu winddx:1727/tu telindus:1728/tu citynl:1729/tu roketz:1730/tu msiccp:1731/tu
proxim:1732/tu siipat:1733/tu cambertx-lm:1734/tu privatechat:1735/tu street-stream:1736/tu ultimad:1737/tu
gamegen1:1738/tu webaccess:1739/tu encore:1740/tu cisco-net-mgmt:1741/tu 3Com-nsd:1742/tu cinegrfx-lm:1743/tu
ncpm-ft:1744/tu remote-winsock:1745/tu ftrapid-1:1746/tu ftrapid-2:1747/tu oracle-em1:1748/tu aspen-services:1749/tu
sslp:1750/tu swiftnet:1751/tu lofr-lm:1752/tu predatar-comms:1753/t oracle-em2:1754/tu ms-streaming:1755/tu
capfast-lmd:1756/tu cnhrp:1757/tu tftp-mcast:1758/tu spss-lm:1759/tu www-ldap-gw:1760/tu cft-0:1761/tu cft-1:1762/tu
cft-2:1763/tu cft-3:1764/tu cft-4:1765/tu cft-5:1766/tu cft-6:1767/tu cft-7:1768/tu bmc-net-adm:1769/tu
bmc-net-svc:1770/tu vaultbase:1771/tu essweb-gw:1772/tu kmscontrol:1773/tu global-dtserv:1774/tu vdab:1775/t
femis:1776/tu powerguardian:1777/tu prodigy-intrnet:1778/tu pharmasoft:1779/tu dpkeyserv:1780/tu answersoft-lm:1781/tu
hp-hcip:1782/tu finle-lm:1784/tu windlm:1785/tu funk-logger:1786/tu funk-license:1787/tu psmond:1788/tu hello:1789/tu
nmsp:1790/tu ea1:1791/tu ibm-dt-2:1792/tu rsc-robot:1793/tu cera-bcm:1794/tu dpi-proxy:1795/tu vocaltec-admin:1796/tu
uma:1797/tu etp:1798/tu netrisk:1799/tu ansys-lm:1800/tu msmq:1801/tu concomp1:1802/tu hp-hcip-gwy:1803/tu enl:1804/tu
enl-name:1805/tu musiconline:1806/tu fhsp:1807/tu oracle-vp2:1808/tu oracle-vp1:1809/tu jerand-lm:1810/tu
scientia-sdb:1811/tu radius:1812/tu radius-acct:1813/tu tdp-suite:1814/tu mmpft:1815/tu harp:1816/tu rkb-oscs:1817/tu
etftp:1818/tu plato-lm:1819/tu mcagent:1820/tu donnyworld:1821/tu es-elmd:1822/tu unisys-lm:1823/tu metrics-pas:1824/tu
direcpc-video:1825/tu ardt:1826/tu asi:1827/tu itm-mcell-u:1828/tu optika-emedia:1829/tu net8-cman:1830/tu
myrtle:1831/tu tht-treasure:1832/tu udpradio:1833/tu ardusuni:1834/tu ardusmul:1835/tu ste-smsc:1836/tu csoft1:1837/tu
talnet:1838/tu netopia-vo1:1839/tu netopia-vo2:1840/tu netopia-vo3:1841/tu netopia-vo4:1842/tu netopia-vo5:1843/tu
direcpc-dll:1844/tu altalink:1845/tu tunstall-pnc:1846/tu slp-notify:1847/tu fjdocdist:1848/tu alpha-sms:1849/tu
gsi:1850/tu ctcd:1851/tu virtual-time:1852/tu vids-avtp:1853/tu buddy-draw:1854/tu fiorano-rtrsvc:1855/tu
fiorano-msgsvc:1856/tu datacaptor:1857/tu privateark:1858/tu gammafetchsvr:1859/tu sunscalar-svc:1860/tu
lecroy-vicp:1861/tu mysql-cm-agent:1862/tu msnp:1863/tu paradym-31port:1864/tu entp:1865/tu swrmi:1866/tu
udrive:1867/tu viziblebrowser:1868/tu transact:1869/tu sunscalar-dns:1870/tu canocentral0:1871/tu canocentral1:1872/tu
fjmpjps:1873/tu fjswapsnp:1874/tu westell-stats:1875/tu ewcappsrv:1876/tu hp-webqosdb:1877/tu drmsmc:1878/tu
nettgain-nms:1879/tu vsat-control:1880/tu ibm-mqseries2:1881/tu ecsqdmn:1882/tu mqtt:1883/tu idmaps:1884/tu
vrtstrapserver:1885/tu leoip:1886/tu filex-lport:1887/tu ncconfig:1888/tu unify-adapter:1889/tu wilkenlistener:1890/tu
childkey-notif:1891/tu childkey-ctrl:1892/tu elad:1893/tu o2server-port:1894/tu b-novative-ls:1896/tu metaagent:1897/tu
cymtec-port:1898/tu mc2studios:1899/tu ssdp:1900/tu fjicl-tep-a:1901/tu fjicl-tep-b:1902/tu linkname:1903/tu
fjicl-tep-c:1904/tu sugp:1905/tu tpmd:1906/tu intrastar:1907/tu dawn:1908/tu global-wlink:1909/tu ultrabac:1910/tu
mtp:1911/tu rhp-iibp:1912/tu armadp:1913/tu elm-momentum:1914/tu facelink:1915/tu persona:1916/tu noagent:1917/tu
can-nds:1918/tu can-dch:1919/tu can-ferret:1920/tu noadmin:1921/tu tapestry:1922/tu spice:1923/tu xiip:1924/tu
discovery-port:1925/tu egs:1926/tu videte-cipc:1927/tu emsd-port:1928/tu bandwiz-system:1929/tu driveappserver:1930/tu
amdsched:1931/tu ctt-broker:1932/tu xmapi:1933/tu xaapi:1934/tu macromedia-fcs:1935/tu jetcmeserver:1936/tu
jwserver:1937/tu jwclient:1938/tu jvserver:1939/tu jvclient:1940/tu dic-aida:1941/tu res:1942/tu beeyond-media:1943/tu
close-combat:1944/tu dialogic-elmd:1945/tu tekpls:1946/tu sentinelsrm:1947/tu eye2eye:1948/tu ismaeasdaqlive:1949/tu
ismaeasdaqtest:1950/tu bcs-lmserver:1951/tu mpnjsc:1952/tu rapidbase:1953/tu abr-api:1954/tu abr-secure:1955/tu
vrtl-vmf-ds:1956/tu unix-status:1957/tu dxadmind:1958/tu simp-all:1959/tu nasmanager:1960/tu bts-appserver:1961/tu
biap-mp:1962/tu webmachine:1963/tu solid-e-engine:1964/tu tivoli-npm:1965/tu slush:1966/tu sns-quote:1967/tu
lipsinc:1968/tu lipsinc1:1969/tu netop-rc:1970/tu netop-school:1971/tu intersys-cache:1972/tu dlsrap:1973/tu
drp:1974/tu tcoflashagent:1975/tu tcoregagent:1976/tu tcoaddressbook:1977/tu unisql:1978/tu unisql-java:1979/tu
panquest-xact:1980/tu p2pq:1981/tu estamp:1982/tu lhtp:1983/tu bb:1984/tu hsrp:1985/tu licensedaemon:1986/tu
tr-rsrb-p1:1987/tu tr-rsrb-p2:1988/tu mshnet:1989/tu stun-p1:1990/tu stun-p2:1991/tu ipsendmsg:1992/tu
snmp-tcp-port:1993/tu stun-port:1994/tu perf-port:1995/tu tr-rsrb-port:1996/tu gdp-port:1997/tu x25-svc-port:1998/tu
tcp-id-port:1999/tu cisco-sccp:2000/tu dc:2001/t wizard:2001/u globe:2002/tu brutus:2003/tu emce:2004/u mailbox:2004/t
berknet:2005/t oracle:2005/u invokator:2006/t raid-cd:2006/u dectalk:2007/t raid-am:2007/u conf:2008/t
terminaldb:2008/u news:2009/t whosockami:2009/u pipe_server:2010/u search:2010/t raid-cc:2011/t servserv:2011/u
raid-ac:2012/u ttyinfo:2012/t raid-am:2013/t raid-cd:2013/u raid-sf:2014/u troff:2014/t cypress:2015/t raid-cs:2015/u
bootserver:2016/tu bootclient:2017/u cypress-stat:2017/t rellpack:2018/u terminaldb:2018/t about:2019/u
whosockami:2019/t xinupageserver:2020/tu servexec:2021/t xinuexpansion1:2021/u down:2022/t xinuexpansion2:2022/u
xinuexpansion3:2023/tu xinuexpansion4:2024/tu ellpack:2025/t xribs:2025/u scrabble:2026/tu shadowserver:2027/tu
submitserver:2028/tu hsrpv6:2029/tu device2:2030/tu mobrien-chat:2031/tu blackboard:2032/tu glogger:2033/tu
scoremgr:2034/tu imsldoc:2035/tu e-dpnet:2036/tu applus:2037/tu objectmanager:2038/tu prizma:2039/tu lam:2040/tu
interbase:2041/tu isis:2042/tu isis-bcast:2043/tu rimsl:2044/tu cdfunc:2045/tu sdfunc:2046/tu dls:2047/tu
dls-monitor:2048/tu nfs:2049/tus av-emb-config:2050/tu epnsdp:2051/tu clearvisn:2052/tu lot105-ds-upd:2053/tu
weblogin:2054/tu iop:2055/tu omnisky:2056/tu rich-cp:2057/tu newwavesearch:2058/tu bmc-messaging:2059/tu
teleniumdaemon:2060/tu netmount:2061/tu icg-swp:2062/tu icg-bridge:2063/tu icg-iprelay:2064/tu dlsrpn:2065/tu
aura:2066/tu dlswpn:2067/tu avauthsrvprtcl:2068/tu event-port:2069/tu ah-esp-encap:2070/tu acp-port:2071/tu
msync:2072/tu gxs-data-port:2073/tu vrtl-vmf-sa:2074/tu newlixengine:2075/tu newlixconfig:2076/tu tsrmagt:2077/tu
tpcsrvr:2078/tu idware-router:2079/tu autodesk-nlm:2080/tu kme-trap-port:2081/tu infowave:2082/tu radsec:2083/tu
sunclustergeo:2084/tu ada-cip:2085/tu gnunet:2086/tu eli:2087/tu ip-blf:2088/tu sep:2089/tu lrp:2090/tu prp:2091/tu
descent3:2092/tu nbx-cc:2093/tu nbx-au:2094/tu nbx-ser:2095/tu nbx-dir:2096/tu jetformpreview:2097/tu
dialog-port:2098/tu h2250-annex-g:2099/tu amiganetfs:2100/tu rtcm-sc104:2101/tu zephyr-srv:2102/tu zephyr-clt:2103/tu
zephyr-hm:2104/tu minipay:2105/tu mzap:2106/tu bintec-admin:2107/tu comcam:2108/tu ergolight:2109/tu umsp:2110/tu
dsatp:2111/tu idonix-metanet:2112/tu hsl-storm:2113/tu ariascribe:2114/tu kdm:2115/tu ccowcmr:2116/tu
mentaclient:2117/tu mentaserver:2118/tu gsigatekeeper:2119/tu qencp:2120/tu scientia-ssdb:2121/tu caupc-remote:2122/tu
gtp-control:2123/tu elatelink:2124/tu lockstep:2125/tu pktcable-cops:2126/tu index-pc-wb:2127/tu net-steward:2128/tu
cs-live:2129/tu xds:2130/tu avantageb2b:2131/tu solera-epmap:2132/tu zymed-zpp:2133/tu avenue:2134/tu gris:2135/tu
appworxsrv:2136/tu connect:2137/tu unbind-cluster:2138/tu ias-auth:2139/tu ias-reg:2140/tu ias-admind:2141/tu
tdmoip:2142/tu lv-jc:2143/tu lv-ffx:2144/tu lv-pici:2145/tu lv-not:2146/tu lv-auth:2147/tu veritas-ucl:2148/tu
acptsys:2149/tu dynamic3d:2150/tu docent:2151/tu gtp-user:2152/tu ctlptc:2153/tu stdptc:2154/tu brdptc:2155/tu
trp:2156/tu xnds:2157/tu touchnetplus:2158/tu gdbremote:2159/tu apc-2160:2160/tu apc-2161:2161/tu navisphere:2162/tu
navisphere-sec:2163/tu ddns-v3:2164/tu x-bone-api:2165/tu iwserver:2166/tu raw-serial:2167/tu easy-soft-mux:2168/tu
brain:2169/tu eyetv:2170/tu msfw-storage:2171/tu msfw-s-storage:2172/tu msfw-replica:2173/tu msfw-array:2174/tu
airsync:2175/tu rapi:2176/tu qwave:2177/tu bitspeer:2178/tu vmrdp:2179/tu mc-gt-srv:2180/tu eforward:2181/tu
cgn-stat:2182/tu cgn-config:2183/tu nvd:2184/tu onbase-dds:2185/tu gtaua:2186/tu ssmc:2187/t ssmd:2187/u
radware-rpm:2188/t radware-rpm-s:2189/t tivoconnect:2190/tu tvbus:2191/tu asdis:2192/tu drwcs:2193/tu
mnp-exchange:2197/tu onehome-remote:2198/tu onehome-help:2199/tu ats:2201/tu imtc-map:2202/tu b2-runtime:2203/tu
b2-license:2204/tu jps:2205/tu hpocbus:2206/tu hpssd:2207/tu hpiod:2208/tu rimf-ps:2209/tu noaaport:2210/tu
emwin:2211/tu leecoposserver:2212/tu kali:2213/tu rpi:2214/tu ipcore:2215/tu vtu-comms:2216/tu gotodevice:2217/tu
bounzza:2218/tu netiq-ncap:2219/tu netiq:2220/tu ethernet-ip-s:2221/tu EtherNet/IP-1:2222/tu rockwell-csp2:2223/tu
efi-mg:2224/tu rcip-itu:2225/ts di-drm:2226/tu di-msg:2227/tu ehome-ms:2228/tu datalens:2229/tu queueadm:2230/tu
wimaxasncp:2231/tu ivs-video:2232/tu infocrypt:2233/tu directplay:2234/tu sercomm-wlink:2235/tu nani:2236/tu
optech-port1-lm:2237/tu aviva-sna:2238/tu imagequery:2239/tu recipe:2240/tu ivsd:2241/tu foliocorp:2242/tu
magicom:2243/tu nmsserver:2244/tu hao:2245/tu pc-mta-addrmap:2246/tu antidotemgrsvr:2247/tu ums:2248/tu rfmp:2249/tu
remote-collab:2250/tu dif-port:2251/tu njenet-ssl:2252/tu dtv-chan-req:2253/tu seispoc:2254/tu vrtp:2255/tu
pcc-mfp:2256/tu simple-tx-rx:2257/tu rcts:2258/tu bid-serv:2259/tu apc-2260:2260/tu comotionmaster:2261/tu
comotionback:2262/tu ecwcfg:2263/tu apx500api-1:2264/tu apx500api-2:2265/tu mfserver:2266/tu ontobroker:2267/tu
amt:2268/tu mikey:2269/tu starschool:2270/tu mmcals:2271/tu mmcal:2272/tu mysql-im:2273/tu pcttunnell:2274/tu
ibridge-data:2275/tu ibridge-mgmt:2276/tu bluectrlproxy:2277/tu s3db:2278/tu xmquery:2279/tu lnvpoller:2280/tu
lnvconsole:2281/tu lnvalarm:2282/tu lnvstatus:2283/tu lnvmaps:2284/tu lnvmailmon:2285/tu nas-metering:2286/tu
dna:2287/tu netml:2288/tu dict-lookup:2289/tu sonus-logging:2290/tu eapsp:2291/tu mib-streaming:2292/tu
npdbgmngr:2293/tu konshus-lm:2294/tu advant-lm:2295/tu theta-lm:2296/tu d2k-datamover1:2297/tu d2k-datamover2:2298/tu
pc-telecommute:2299/tu cvmmon:2300/tu cpq-wbem:2301/tu binderysupport:2302/tu proxy-gateway:2303/tu
attachmate-uts:2304/tu mt-scaleserver:2305/tu tappi-boxnet:2306/tu pehelp:2307/tu sdhelp:2308/tu sdserver:2309/tu
sdclient:2310/tu messageservice:2311/tu wanscaler:2312/tu iapp:2313/tu cr-websystems:2314/tu precise-sft:2315/tu
sent-lm:2316/tu attachmate-g32:2317/tu cadencecontrol:2318/tu infolibria:2319/tu siebel-ns:2320/tu rdlap:2321/tu
ofsd:2322/tu 3d-nfsd:2323/tu cosmocall:2324/tu ansysli:2325/tu idcp:2326/tu xingcsm:2327/tu netrix-sftm:2328/tu
nvd:2329/tu tscchat:2330/tu agentview:2331/tu rcc-host:2332/tu snapp:2333/tu ace-client:2334/tu ace-proxy:2335/tu
appleugcontrol:2336/tu ideesrv:2337/tu norton-lambert:2338/tu 3com-webview:2339/tu wrs_registry:2340/tu
xiostatus:2341/tu manage-exec:2342/tu nati-logos:2343/tu fcmsys:2344/tu dbm:2345/tu redstorm_join:2346/tu
redstorm_find:2347/tu redstorm_info:2348/tu redstorm_diag:2349/tu psbserver:2350/tu psrserver:2351/tu pslserver:2352/tu
pspserver:2353/tu psprserver:2354/tu psdbserver:2355/tu gxtelmd:2356/tu unihub-server:2357/tu futrix:2358/tu
flukeserver:2359/tu nexstorindltd:2360/tu tl1:2361/tu digiman:2362/tu mediacntrlnfsd:2363/tu oi-2000:2364/tu
dbref:2365/tu qip-login:2366/tu service-ctrl:2367/tu opentable:2368/tu bif-p2p:2369/tu l3-hbmon:2370/tu rda:2371/t
lanmessenger:2372/tu remographlm:2373/t hydra:2374/t docker:2375/t docker-s:2376/t swarm:2377/t dali:2378/u
etcd-client:2379/t etcd-server:2380/t compaq-https:2381/tu ms-olap3:2382/tu ms-olap4:2383/tu sd-capacity:2384/u
sd-request:2384/t sd-data:2385/tu virtualtape:2386/tu vsamredirector:2387/tu mynahautostart:2388/tu
ovsessionmgr:2389/tu rsmtp:2390/tu 3com-net-mgmt:2391/tu tacticalauth:2392/tu ms-olap1:2393/tu ms-olap2:2394/tu
lan900_remote:2395/tu wusage:2396/tu ncl:2397/tu orbiter:2398/tu fmpro-fdal:2399/tu opequus-server:2400/tu
cvspserver:2401/tu taskmaster2000:2402/tu taskmaster2000:2403/tu iec-104:2404/tu trc-netpoll:2405/tu jediserver:2406/tu
orion:2407/tu railgun-webaccl:2408/t sns-protocol:2409/tu vrts-registry:2410/tu netwave-ap-mgmt:2411/tu cdn:2412/tu
orion-rmi-reg:2413/tu beeyond:2414/tu codima-rtp:2415/tu rmtserver:2416/tu composit-server:2417/tu cas:2418/tu
attachmate-s2s:2419/tu dslremote-mgmt:2420/tu g-talk:2421/tu crmsbits:2422/tu rnrp:2423/tu kofax-svr:2424/tu
fjitsuappmgr:2425/tu vcmp:2426/tu mgcp-gateway:2427/tu ott:2428/tu ft-role:2429/tu venus:2430/tu venus-se:2431/tu
codasrv:2432/tu codasrv-se:2433/tu pxc-epmap:2434/tu optilogic:2435/tu topx:2436/tu unicontrol:2437/tu msp:2438/tu
sybasedbsynch:2439/tu spearway:2440/tu pvsw-inet:2441/tu netangel:2442/tu powerclientcsf:2443/tu btpp2sectrans:2444/tu
dtn1:2445/tu bues_service:2446/tu ovwdb:2447/tu hpppssvr:2448/tu ratl:2449/tu netadmin:2450/tu netchat:2451/tu
snifferclient:2452/tu madge-ltd:2453/tu indx-dds:2454/tu wago-io-system:2455/tu altav-remmgt:2456/tu rapido-ip:2457/tu
griffin:2458/tu xrpl:2459/tu ms-theater:2460/tu qadmifoper:2461/tu qadmifevent:2462/tu lsi-raid-mgmt:2463/tu
direcpc-si:2464/tu lbm:2465/tu lbf:2466/tu high-criteria:2467/tu qip-msgd:2468/tu mti-tcs-comm:2469/tu
taskman-port:2470/tu seaodbc:2471/tu c3:2472/tu aker-cdp:2473/tu vitalanalysis:2474/tu ace-server:2475/tu
ace-svr-prop:2476/tu ssm-cvs:2477/tu ssm-cssps:2478/tu ssm-els:2479/tu powerexchange:2480/tu giop:2481/tu
giop-ssl:2482/tu ttc:2483/tu ttc-ssl:2484/tu netobjects1:2485/tu netobjects2:2486/tu pns:2487/tu moy-corp:2488/tu
tsilb:2489/tu qip-qdhcp:2490/tu conclave-cpp:2491/tu groove:2492/tu talarian-mqs:2493/tu bmc-ar:2494/tu
fast-rem-serv:2495/tu dirgis:2496/tu quaddb:2497/tu odn-castraq:2498/tu unicontrol:2499/tu rtsserv:2500/tu
rtsclient:2501/tu kentrox-prot:2502/tu nms-dpnss:2503/tu wlbs:2504/tu ppcontrol:2505/tu jbroker:2506/tu spock:2507/tu
jdatastore:2508/tu fjmpss:2509/tu fjappmgrbulk:2510/tu metastorm:2511/tu citrixima:2512/tu citrixadmin:2513/tu
facsys-ntp:2514/tu facsys-router:2515/tu maincontrol:2516/tu call-sig-trans:2517/tu willy:2518/tu globmsgsvc:2519/tu
pvsw:2520/tu adaptecmgr:2521/tu windb:2522/tu qke-llc-v3:2523/tu optiwave-lm:2524/tu ms-v-worlds:2525/tu
ema-sent-lm:2526/tu iqserver:2527/tu ncr_ccl:2528/tu utsftp:2529/tu vrcommerce:2530/tu ito-e-gui:2531/tu
ovtopmd:2532/tu snifferserver:2533/tu combox-web-acc:2534/tu madcap:2535/tu btpp2audctr1:2536/tu upgrade:2537/tu
vnwk-prapi:2538/tu vsiadmin:2539/tu lonworks:2540/tu lonworks2:2541/tu udrawgraph:2542/tu reftek:2543/tu
novell-zen:2544/tu sis-emt:2545/tu vytalvaultbrtp:2546/tu vytalvaultvsmp:2547/tu vytalvaultpipe:2548/tu ipass:2549/tu
ads:2550/tu isg-uda-server:2551/tu call-logging:2552/tu efidiningport:2553/tu vcnet-link-v10:2554/tu compaq-wcp:2555/tu
nicetec-nmsvc:2556/tu nicetec-mgmt:2557/tu pclemultimedia:2558/tu lstp:2559/tu labrat:2560/tu mosaixcc:2561/tu
delibo:2562/tu cti-redwood:2563/tu hp-3000-telnet:2564/tu coord-svr:2565/tu pcs-pcw:2566/tu clp:2567/tu
spamtrap:2568/tu sonuscallsig:2569/tu hs-port:2570/tu cecsvc:2571/tu ibp:2572/tu trustestablish:2573/tu
blockade-bpsp:2574/tu hl7:2575/tu tclprodebugger:2576/tu scipticslsrvr:2577/tu rvs-isdn-dcp:2578/tu mpfoncl:2579/tu
tributary:2580/tu argis-te:2581/tu argis-ds:2582/tu mon:2583/tu cyaserv:2584/tu netx-server:2585/tu netx-agent:2586/tu
masc:2587/tu privilege:2588/tu quartus-tcl:2589/tu idotdist:2590/tu maytagshuffle:2591/tu netrek:2592/tu
mns-mail:2593/tu dts:2594/tu worldfusion1:2595/tu worldfusion2:2596/tu homesteadglory:2597/tu citriximaclient:2598/tu
snapd:2599/tu hpstgmgr:2600/tu discp-client:2601/tu discp-server:2602/tu servicemeter:2603/tu nsc-ccs:2604/tu
nsc-posa:2605/tu netmon:2606/tu connection:2607/tu wag-service:2608/tu system-monitor:2609/tu versa-tek:2610/tu
lionhead:2611/tu qpasa-agent:2612/tu smntubootstrap:2613/tu neveroffline:2614/tu firepower:2615/tu
appswitch-emp:2616/tu cmadmin:2617/tu priority-e-com:2618/tu bruce:2619/tu lpsrecommender:2620/tu miles-apart:2621/tu
metricadbc:2622/tu lmdp:2623/tu aria:2624/tu blwnkl-port:2625/tu gbjd816:2626/tu moshebeeri:2627/tu dict:2628/tu
sitaraserver:2629/tu sitaramgmt:2630/tu sitaradir:2631/tu irdg-post:2632/tu interintelli:2633/tu pk-electronics:2634/tu
backburner:2635/tu solve:2636/tu imdocsvc:2637/tu sybaseanywhere:2638/tu aminet:2639/tu ami-control:2640/tu
hdl-srv:2641/tu tragic:2642/tu gte-samp:2643/tu travsoft-ipx-t:2644/tu novell-ipx-cmd:2645/tu and-lm:2646/tu
syncserver:2647/tu upsnotifyprot:2648/tu vpsipport:2649/tu eristwoguns:2650/tu ebinsite:2651/tu interpathpanel:2652/tu
sonus:2653/tu corel_vncadmin:2654/tu unglue:2655/tu kana:2656/tu sns-dispatcher:2657/tu sns-admin:2658/tu
sns-query:2659/tu gcmonitor:2660/tu olhost:2661/tu bintec-capi:2662/tu bintec-tapi:2663/tu patrol-mq-gm:2664/tu
patrol-mq-nm:2665/tu extensis:2666/tu alarm-clock-s:2667/tu alarm-clock-c:2668/tu toad:2669/tu tve-announce:2670/tu
newlixreg:2671/tu nhserver:2672/tu firstcall42:2673/tu ewnn:2674/tu ttc-etap:2675/tu simslink:2676/tu
gadgetgate1way:2677/tu gadgetgate2way:2678/tu syncserverssl:2679/tu pxc-sapxom:2680/tu mpnjsomb:2681/tu
ncdloadbalance:2683/tu mpnjsosv:2684/tu mpnjsocl:2685/tu mpnjsomg:2686/tu pq-lic-mgmt:2687/tu md-cg-http:2688/tu
fastlynx:2689/tu hp-nnm-data:2690/tu itinternet:2691/tu admins-lms:2692/tu pwrsevent:2694/tu vspread:2695/tu
unifyadmin:2696/tu oce-snmp-trap:2697/tu mck-ivpip:2698/tu csoft-plusclnt:2699/tu tqdata:2700/tu sms-rcinfo:2701/tu
sms-xfer:2702/tu sms-chat:2703/tu sms-remctrl:2704/tu sds-admin:2705/tu ncdmirroring:2706/tu emcsymapiport:2707/tu
banyan-net:2708/tu supermon:2709/tu sso-service:2710/tu sso-control:2711/tu aocp:2712/tu raventbs:2713/tu
raventdm:2714/tu hpstgmgr2:2715/tu inova-ip-disco:2716/tu pn-requester:2717/tu pn-requester2:2718/tu
scan-change:2719/tu wkars:2720/tu smart-diagnose:2721/tu proactivesrvr:2722/tu watchdog-nt:2723/tu qotps:2724/tu
msolap-ptp2:2725/tu tams:2726/tu mgcp-callagent:2727/tu sqdr:2728/tu tcim-control:2729/tu nec-raidplus:2730/tu
fyre-messanger:2731/tu g5m:2732/tu signet-ctf:2733/tu ccs-software:2734/tu netiq-mc:2735/tu radwiz-nms-srv:2736/tu
srp-feedback:2737/tu ndl-tcp-ois-gw:2738/tu tn-timing:2739/tu alarm:2740/tu tsb:2741/tu tsb2:2742/tu murx:2743/tu
honyaku:2744/tu urbisnet:2745/tu cpudpencap:2746/tu fjippol-swrly:2747/tu fjippol-polsvr:2748/tu fjippol-cnsl:2749/tu
fjippol-port1:2750/tu fjippol-port2:2751/tu rsisysaccess:2752/tu de-spot:2753/tu apollo-cc:2754/tu expresspay:2755/tu
simplement-tie:2756/tu cnrp:2757/tu apollo-status:2758/tu apollo-gms:2759/tu sabams:2760/tu dicom-iscl:2761/tu
dicom-tls:2762/tu desktop-dna:2763/tu data-insurance:2764/tu qip-audup:2765/tu compaq-scp:2766/tu uadtc:2767/tu
uacs:2768/tu exce:2769/tu veronica:2770/tu vergencecm:2771/tu auris:2772/tu rbakcup1:2773/tu rbakcup2:2774/tu
smpp:2775/tu ridgeway1:2776/tu ridgeway2:2777/tu gwen-sonya:2778/tu lbc-sync:2779/tu lbc-control:2780/tu
whosells:2781/tu everydayrc:2782/tu aises:2783/tu www-dev:2784/tu aic-np:2785/tu aic-oncrpc:2786/tu piccolo:2787/tu
fryeserv:2788/tu media-agent:2789/tu plgproxy:2790/tu mtport-regist:2791/tu f5-globalsite:2792/tu initlsmsad:2793/tu
urp:2794/tu livestats:2795/tu ac-tech:2796/tu esp-encap:2797/tu tmesis-upshot:2798/tu icon-discover:2799/tu
acc-raid:2800/tu igcp:2801/tu veritas-tcp1:2802/t veritas-udp1:2802/u btprjctrl:2803/tu dvr-esm:2804/tu
wta-wsp-s:2805/tu cspuni:2806/tu cspmulti:2807/tu j-lan-p:2808/tu corbaloc:2809/tu netsteward:2810/tu gsiftp:2811/tu
atmtcp:2812/tu llm-pass:2813/tu llm-csv:2814/tu lbc-measure:2815/tu lbc-watchdog:2816/tu nmsigport:2817/tu
rmlnk:2818/tu fc-faultnotify:2819/tu univision:2820/tu vrts-at-port:2821/tu ka0wuc:2822/tu cqg-netlan:2823/tu
cqg-netlan-1:2824/tu slc-systemlog:2826/tu slc-ctrlrloops:2827/tu itm-lm:2828/tu silkp1:2829/tu silkp2:2830/tu
silkp3:2831/tu silkp4:2832/tu glishd:2833/tu evtp:2834/tu evtp-data:2835/tu catalyst:2836/tu repliweb:2837/tu
starbot:2838/tu nmsigport:2839/tu l3-exprt:2840/tu l3-ranger:2841/tu l3-hawk:2842/tu pdnet:2843/tu bpcp-poll:2844/tu
bpcp-trap:2845/tu aimpp-hello:2846/tu aimpp-port-req:2847/tu amt-blc-port:2848/tu fxp:2849/tu metaconsole:2850/tu
webemshttp:2851/tu bears-01:2852/tu ispipes:2853/tu infomover:2854/tu msrp:2855/t cesdinv:2856/tu simctlp:2857/tu
ecnp:2858/tu activememory:2859/tu dialpad-voice1:2860/tu dialpad-voice2:2861/tu ttg-protocol:2862/tu sonardata:2863/tu
astronova-main:2864/tu pit-vpn:2865/tu iwlistener:2866/tu esps-portal:2867/tu npep-messaging:2868/tu icslap:2869/tu
daishi:2870/tu msi-selectplay:2871/tu radix:2872/tu psrt:2873/tu dxmessagebase1:2874/tu dxmessagebase2:2875/tu
sps-tunnel:2876/tu bluelance:2877/tu aap:2878/tu ucentric-ds:2879/tu synapse:2880/tu ndsp:2881/tu ndtp:2882/tu
ndnp:2883/tu flashmsg:2884/tu topflow:2885/tu responselogic:2886/tu aironetddp:2887/tu spcsdlobby:2888/tu rsom:2889/tu
cspclmulti:2890/tu cinegrfx-elmd:2891/tu snifferdata:2892/tu vseconnector:2893/tu abacus-remote:2894/tu
natuslink:2895/tu ecovisiong6-1:2896/tu citrix-rtmp:2897/tu appliance-cfg:2898/tu powergemplus:2899/tu
quicksuite:2900/tu allstorcns:2901/tu netaspi:2902/tu suitcase:2903/tu m2ua:2904/tus m3ua:2905/ts caller9:2906/tu
webmethods-b2b:2907/tu mao:2908/tu funk-dialout:2909/tu tdaccess:2910/tu blockade:2911/tu epicon:2912/tu
boosterware:2913/tu gamelobby:2914/tu tksocket:2915/tu elvin_server:2916/tu elvin_client:2917/tu kastenchasepad:2918/tu
roboer:2919/tu roboeda:2920/tu cesdcdman:2921/tu cesdcdtrn:2922/tu wta-wsp-wtp-s:2923/tu precise-vip:2924/tu
mobile-file-dl:2926/tu unimobilectrl:2927/tu redstone-cpss:2928/tu amx-webadmin:2929/tu amx-weblinx:2930/tu
circle-x:2931/tu incp:2932/tu 4-tieropmgw:2933/tu 4-tieropmcli:2934/tu qtp:2935/tu otpatch:2936/tu
pnaconsult-lm:2937/tu sm-pas-1:2938/tu sm-pas-2:2939/tu sm-pas-3:2940/tu sm-pas-4:2941/tu sm-pas-5:2942/tu
ttnrepository:2943/tu megaco-h248:2944/tus h248-binary:2945/tus fjsvmpor:2946/tu gpsd:2947/tu wap-push:2948/tu
wap-pushsecure:2949/tu esip:2950/tu ottp:2951/tu mpfwsas:2952/tu ovalarmsrv:2953/tu ovalarmsrv-cmd:2954/tu
csnotify:2955/tu ovrimosdbman:2956/tu jmact5:2957/tu jmact6:2958/tu rmopagt:2959/tu dfoxserver:2960/tu
boldsoft-lm:2961/tu iph-policy-cli:2962/tu iph-policy-adm:2963/tu bullant-srap:2964/tu bullant-rap:2965/tu
idp-infotrieve:2966/tu ssc-agent:2967/tu enpp:2968/tu essp:2969/tu index-net:2970/tu netclip:2971/tu
pmsm-webrctl:2972/tu svnetworks:2973/tu signal:2974/tu fjmpcm:2975/tu cns-srv-port:2976/tu ttc-etap-ns:2977/tu
ttc-etap-ds:2978/tu h263-video:2979/tu wimd:2980/tu mylxamport:2981/tu iwb-whiteboard:2982/tu netplan:2983/tu
hpidsadmin:2984/tu hpidsagent:2985/tu stonefalls:2986/tu identify:2987/tu hippad:2988/tu zarkov:2989/tu boscap:2990/tu
wkstn-mon:2991/tu avenyo:2992/tu veritas-vis1:2993/tu veritas-vis2:2994/tu idrs:2995/tu vsixml:2996/tu rebol:2997/tu
realsecure:2998/tu remoteware-un:2999/tu remoteware-cl:3000/tu origo-native:3001/t remoteware-srv:3002/tu cgms:3003/tu
csoftragent:3004/tu geniuslm:3005/tu ii-admin:3006/tu lotusmtap:3007/tu midnight-tech:3008/tu pxc-ntfy:3009/tu
gw:3010/t ping-pong:3010/u trusted-web:3011/tu twsdss:3012/tu gilatskysurfer:3013/tu broker_service:3014/tu
nati-dstp:3015/tu notify_srvr:3016/tu event_listener:3017/tu srvc_registry:3018/tu resource_mgr:3019/tu cifs:3020/tu
agriserver:3021/tu csregagent:3022/tu magicnotes:3023/tu nds_sso:3024/tu arepa-raft:3025/tu agri-gateway:3026/tu
LiebDevMgmt_C:3027/tu LiebDevMgmt_DM:3028/tu LiebDevMgmt_A:3029/tu arepa-cas:3030/tu eppc:3031/tu redwood-chat:3032/tu
pdb:3033/tu osmosis-aeea:3034/tu fjsv-gssagt:3035/tu hagel-dump:3036/tu hp-san-mgmt:3037/tu santak-ups:3038/tu
cogitate:3039/tu tomato-springs:3040/tu di-traceware:3041/tu journee:3042/tu brp:3043/tu epp:3044/tu
responsenet:3045/tu di-ase:3046/tu hlserver:3047/tu pctrader:3048/tu nsws:3049/tu gds_db:3050/tu galaxy-server:3051/tu
apc-3052:3052/tu dsom-server:3053/tu amt-cnf-prot:3054/tu policyserver:3055/tu cdl-server:3056/tu goahead-fldup:3057/tu
videobeans:3058/tu qsoft:3059/tu interserver:3060/tu cautcpd:3061/tu ncacn-ip-tcp:3062/tu ncadg-ip-udp:3063/tu
rprt:3064/tu slinterbase:3065/tu netattachsdmp:3066/tu fjhpjp:3067/tu ls3bcast:3068/tu ls3:3069/tu mgxswitch:3070/tu
xplat-replicate:3071/t csd-monitor:3072/tu vcrp:3073/tu xbox:3074/tu orbix-locator:3075/tu orbix-config:3076/tu
orbix-loc-ssl:3077/tu orbix-cfg-ssl:3078/tu lv-frontpanel:3079/tu stm_pproc:3080/tu tl1-lv:3081/tu tl1-raw:3082/tu
tl1-telnet:3083/tu itm-mccs:3084/tu pcihreq:3085/tu jdl-dbkitchen:3086/tu asoki-sma:3087/tu xdtp:3088/tu
ptk-alink:3089/tu stss:3090/tu 1ci-smcs:3091/tu rapidmq-center:3093/tu rapidmq-reg:3094/tu panasas:3095/tu
ndl-aps:3096/tu itu-bicc-stc:3097/s umm-port:3098/tu chmd:3099/tu opcon-xps:3100/tu hp-pxpib:3101/tu slslavemon:3102/tu
autocuesmi:3103/tu autocuelog:3104/t autocuetime:3104/u cardbox:3105/tu cardbox-http:3106/tu business:3107/tu
geolocate:3108/tu personnel:3109/tu sim-control:3110/tu wsynch:3111/tu ksysguard:3112/tu cs-auth-svr:3113/tu
ccmad:3114/tu mctet-master:3115/tu mctet-gateway:3116/tu mctet-jserv:3117/tu pkagent:3118/tu d2000kernel:3119/tu
d2000webserver:3120/tu pcmk-remote:3121/t vtr-emulator:3122/tu edix:3123/tu beacon-port:3124/tu a13-an:3125/tu
ctx-bridge:3127/tu ndl-aas:3128/tu netport-id:3129/tu icpv2:3130/tu netbookmark:3131/tu ms-rule-engine:3132/tu
prism-deploy:3133/tu ecp:3134/tu peerbook-port:3135/tu grubd:3136/tu rtnt-1:3137/tu rtnt-2:3138/tu incognitorv:3139/tu
ariliamulti:3140/tu vmodem:3141/tu rdc-wh-eos:3142/tu seaview:3143/tu tarantella:3144/tu csi-lfap:3145/tu
bears-02:3146/tu rfio:3147/tu nm-game-admin:3148/tu nm-game-server:3149/tu nm-asses-admin:3150/tu nm-assessor:3151/tu
feitianrockey:3152/tu s8-client-port:3153/tu ccmrmi:3154/tu jpegmpeg:3155/tu indura:3156/tu lsa-comm:3157/tu
stvp:3158/tu navegaweb-port:3159/tu tip-app-server:3160/tu doc1lm:3161/tu sflm:3162/tu res-sap:3163/tu imprs:3164/tu
newgenpay:3165/tu sossecollector:3166/tu nowcontact:3167/tu poweronnud:3168/tu serverview-as:3169/tu
serverview-asn:3170/tu serverview-gf:3171/tu serverview-rm:3172/tu serverview-icc:3173/tu armi-server:3174/tu
t1-e1-over-ip:3175/tu ars-master:3176/tu phonex-port:3177/tu radclientport:3178/tu h2gf-w-2m:3179/tu mc-brk-srv:3180/tu
bmcpatrolagent:3181/tu bmcpatrolrnvu:3182/tu cops-tls:3183/tu apogeex-port:3184/tu smpppd:3185/tu iiw-port:3186/tu
odi-port:3187/tu brcm-comm-port:3188/tu pcle-infex:3189/tu csvr-proxy:3190/tu csvr-sslproxy:3191/tu firemonrcc:3192/tu
spandataport:3193/tu magbind:3194/tu ncu-1:3195/tu ncu-2:3196/tu embrace-dp-s:3197/tu embrace-dp-c:3198/tu
dmod-workspace:3199/tu tick-port:3200/tu cpq-tasksmart:3201/tu intraintra:3202/tu netwatcher-mon:3203/tu
netwatcher-db:3204/tu isns:3205/tu ironmail:3206/tu vx-auth-port:3207/tu pfu-prcallback:3208/tu netwkpathengine:3209/tu
flamenco-proxy:3210/tu avsecuremgmt:3211/tu surveyinst:3212/tu neon24x7:3213/tu jmq-daemon-1:3214/tu
jmq-daemon-2:3215/tu ferrari-foam:3216/tu unite:3217/tu smartpackets:3218/tu wms-messenger:3219/tu xnm-ssl:3220/tu
xnm-clear-text:3221/tu glbp:3222/tu digivote:3223/tu aes-discovery:3224/tu fcip-port:3225/tu isi-irp:3226/tu
dwnmshttp:3227/tu dwmsgserver:3228/tu global-cd-port:3229/tu sftdst-port:3230/tu vidigo:3231/tu mdtp:3232/tu
whisker:3233/tu alchemy:3234/tu mdap-port:3235/tu apparenet-ts:3236/tu apparenet-tps:3237/tu apparenet-as:3238/tu
apparenet-ui:3239/tu triomotion:3240/tu sysorb:3241/tu sdp-id-port:3242/tu timelot:3243/tu onesaf:3244/tu
vieo-fe:3245/tu dvt-system:3246/tu dvt-data:3247/tu procos-lm:3248/tu ssp:3249/tu hicp:3250/tu sysscanner:3251/tu
dhe:3252/tu pda-data:3253/tu pda-sys:3254/tu semaphore:3255/tu cpqrpm-agent:3256/tu cpqrpm-server:3257/tu
ivecon-port:3258/tu epncdp2:3259/tu iscsi-target:3260/tu winshadow:3261/tu necp:3262/tu ecolor-imager:3263/tu
ccmail:3264/tu altav-tunnel:3265/tu ns-cfg-server:3266/tu ibm-dial-out:3267/tu msft-gc:3268/tu msft-gc-ssl:3269/tu
verismart:3270/tu csoft-prev:3271/tu user-manager:3272/tu sxmp:3273/tu ordinox-server:3274/tu samd:3275/tu
maxim-asics:3276/tu awg-proxy:3277/tu lkcmserver:3278/tu admind:3279/tu vs-server:3280/tu sysopt:3281/tu
datusorb:3282/tu net-assistant:3283/tu 4talk:3284/tu plato:3285/tu e-net:3286/tu directvdata:3287/tu cops:3288/tu
enpc:3289/tu caps-lm:3290/tu sah-lm:3291/tu cart-o-rama:3292/tu fg-fps:3293/tu fg-gip:3294/tu dyniplookup:3295/tu
rib-slm:3296/tu cytel-lm:3297/tu deskview:3298/tu pdrncs:3299/tu ceph:3300/t tarantool:3301/tu mcs-fastmail:3302/tu
opsession-clnt:3303/tu opsession-srvr:3304/tu odette-ftp:3305/tu mysql:3306/tu opsession-prxy:3307/tu
tns-server:3308/tu tns-adv:3309/tu dyna-access:3310/tu mcns-tel-ret:3311/tu appman-server:3312/tu uorb:3313/tu
uohost:3314/tu cdid:3315/tu aicc-cmi:3316/tu vsaiport:3317/tu ssrip:3318/tu sdt-lmd:3319/tu officelink2000:3320/tu
vnsstr:3321/tu sftu:3326/tu bbars:3327/tu egptlm:3328/tu hp-device-disc:3329/tu mcs-calypsoicf:3330/tu
mcs-messaging:3331/tu mcs-mailsvr:3332/tu dec-notes:3333/tu directv-web:3334/tu directv-soft:3335/tu
directv-tick:3336/tu directv-catlg:3337/tu anet-b:3338/tu anet-l:3339/tu anet-m:3340/tu anet-h:3341/tu webtie:3342/tu
ms-cluster-net:3343/tu bnt-manager:3344/tu influence:3345/tu trnsprntproxy:3346/tu phoenix-rpc:3347/tu
pangolin-laser:3348/tu chevinservices:3349/tu findviatv:3350/tu btrieve:3351/tu ssql:3352/tu fatpipe:3353/tu
suitjd:3354/tu ordinox-dbase:3355/tu upnotifyps:3356/tu adtech-test:3357/tu mpsysrmsvr:3358/tu wg-netforce:3359/tu
kv-server:3360/tu kv-agent:3361/tu dj-ilm:3362/tu nati-vi-server:3363/tu creativeserver:3364/tu contentserver:3365/tu
creativepartnr:3366/tu tip2:3372/tu lavenir-lm:3373/tu cluster-disc:3374/tu vsnm-agent:3375/tu cdbroker:3376/tu
cogsys-lm:3377/tu wsicopy:3378/tu socorfs:3379/tu sns-channels:3380/tu geneous:3381/tu fujitsu-neat:3382/tu
esp-lm:3383/tu hp-clic:3384/tu qnxnetman:3385/tu gprs-data:3386/t gprs-sig:3386/u backroomnet:3387/tu cbserver:3388/tu
ms-wbt-server:3389/tu dsc:3390/tu savant:3391/tu efi-lm:3392/tu d2k-tapestry1:3393/tu d2k-tapestry2:3394/tu
dyna-lm:3395/tu printer_agent:3396/tu cloanto-lm:3397/tu mercantile:3398/tu csms:3399/tu csms2:3400/tu filecast:3401/tu
fxaengine-net:3402/tu nokia-ann-ch1:3405/tu nokia-ann-ch2:3406/tu ldap-admin:3407/tu BESApi:3408/tu networklens:3409/tu
networklenss:3410/tu biolink-auth:3411/tu xmlblaster:3412/tu svnet:3413/tu wip-port:3414/tu bcinameservice:3415/tu
commandport:3416/tu csvr:3417/tu rnmap:3418/tu softaudit:3419/tu ifcp-port:3420/tu bmap:3421/tu rusb-sys-port:3422/tu
xtrm:3423/tu xtrms:3424/tu agps-port:3425/tu arkivio:3426/tu websphere-snmp:3427/tu twcss:3428/tu gcsp:3429/tu
ssdispatch:3430/tu ndl-als:3431/tu osdcp:3432/tu opnet-smp:3433/tu opencm:3434/tu pacom:3435/tu gc-config:3436/tu
autocueds:3437/tu spiral-admin:3438/tu hri-port:3439/tu ans-console:3440/tu connect-client:3441/tu
connect-server:3442/tu ov-nnm-websrv:3443/tu denali-server:3444/tu monp:3445/tu 3comfaxrpc:3446/tu directnet:3447/tu
dnc-port:3448/tu hotu-chat:3449/tu castorproxy:3450/tu asam:3451/tu sabp-signal:3452/tu pscupd:3453/tu mira:3454/tu
prsvp:3455/tu vat:3456/tu vat-control:3457/tu d3winosfi:3458/tu integral:3459/tu edm-manager:3460/tu edm-stager:3461/tu
edm-std-notify:3462/tu edm-adm-notify:3463/tu edm-mgr-sync:3464/tu edm-mgr-cntrl:3465/tu workflow:3466/tu rcst:3467/tu
ttcmremotectrl:3468/tu pluribus:3469/tu jt400:3470/tu jt400-ssl:3471/tu jaugsremotec-1:3472/tu jaugsremotec-2:3473/tu
ttntspauto:3474/tu genisar-port:3475/tu nppmp:3476/tu ecomm:3477/tu stun-behavior:3478/tu twrpc:3479/tu
plethora:3480/tu cleanerliverc:3481/tu vulture:3482/tu slim-devices:3483/tu gbs-stp:3484/tu celatalk:3485/tu
ifsf-hb-port:3486/tu ltctcp:3487/t ltcudp:3487/u fs-rh-srv:3488/tu dtp-dia:3489/tu colubris:3490/tu swr-port:3491/tu
tvdumtray-port:3492/tu nut:3493/tu ibm3494:3494/tu seclayer-tcp:3495/tu seclayer-tls:3496/tu ipether232port:3497/tu
dashpas-port:3498/tu sccip-media:3499/tu rtmp-port:3500/tu isoft-p2p:3501/tu avinstalldisc:3502/tu lsp-ping:3503/tu
ironstorm:3504/tu ccmcomm:3505/tu apc-3506:3506/tu nesh-broker:3507/tu interactionweb:3508/tu vt-ssl:3509/tu
xss-port:3510/tu webmail-2:3511/tu aztec:3512/tu arcpd:3513/tu must-p2p:3514/tu must-backplane:3515/tu
smartcard-port:3516/tu 802-11-iapp:3517/tu artifact-msg:3518/tu galileo:3519/u nvmsgd:3519/t galileolog:3520/tu
mc3ss:3521/tu nssocketport:3522/tu odeumservlink:3523/tu ecmport:3524/tu eisport:3525/tu starquiz-port:3526/tu
beserver-msg-q:3527/tu jboss-iiop:3528/tu jboss-iiop-ssl:3529/tu gf:3530/tu joltid:3531/tu raven-rmp:3532/tu
raven-rdp:3533/tu urld-port:3534/tu ms-la:3535/tu snac:3536/tu ni-visa-remote:3537/tu ibm-diradm:3538/tu
ibm-diradm-ssl:3539/tu pnrp-port:3540/tu voispeed-port:3541/tu hacl-monitor:3542/tu qftest-lookup:3543/tu
teredo:3544/tu camac:3545/tu symantec-sim:3547/tu interworld:3548/tu tellumat-nms:3549/tu ssmpp:3550/tu apcupsd:3551/tu
taserver:3552/tu rbr-discovery:3553/tu questnotify:3554/tu razor:3555/tu sky-transport:3556/tu personalos-001:3557/tu
mcp-port:3558/tu cctv-port:3559/tu iniserve-port:3560/tu bmc-onekey:3561/tu sdbproxy:3562/tu watcomdebug:3563/tu
esimport:3564/tu m2pa:3565/ts quest-data-hub:3566/t dof-eps:3567/tu dof-tunnel-sec:3568/tu mbg-ctrl:3569/tu
mccwebsvr-port:3570/tu megardsvr-port:3571/tu megaregsvrport:3572/tu tag-ups-1:3573/tu dmaf-caster:3574/u
dmaf-server:3574/t ccm-port:3575/tu cmc-port:3576/tu config-port:3577/tu data-port:3578/tu ttat3lb:3579/tu
nati-svrloc:3580/tu kfxaclicensing:3581/tu press:3582/tu canex-watch:3583/tu u-dbap:3584/tu emprise-lls:3585/tu
emprise-lsc:3586/tu p2pgroup:3587/tu sentinel:3588/tu isomair:3589/tu wv-csp-sms:3590/tu gtrack-server:3591/tu
gtrack-ne:3592/tu bpmd:3593/tu mediaspace:3594/tu shareapp:3595/tu iw-mmogame:3596/tu a14:3597/tu a15:3598/tu
quasar-server:3599/tu trap-daemon:3600/tu visinet-gui:3601/tu infiniswitchcl:3602/tu int-rcv-cntrl:3603/tu
bmc-jmx-port:3604/tu comcam-io:3605/tu splitlock:3606/tu precise-i3:3607/tu trendchip-dcp:3608/tu cpdi-pidas-cm:3609/tu
echonet:3610/tu six-degrees:3611/tu dataprotector:3612/tu alaris-disc:3613/tu sigma-port:3614/tu start-network:3615/tu
cd3o-protocol:3616/tu sharp-server:3617/tu aairnet-1:3618/tu aairnet-2:3619/tu ep-pcp:3620/tu ep-nsp:3621/tu
ff-lr-port:3622/tu haipe-discover:3623/tu dist-upgrade:3624/tu volley:3625/tu bvcdaemon-port:3626/tu
jamserverport:3627/tu ept-machine:3628/tu escvpnet:3629/tu cs-remote-db:3630/tu cs-services:3631/tu distcc:3632/tu
wacp:3633/tu hlibmgr:3634/tu sdo:3635/tu servistaitsm:3636/tu scservp:3637/tu ehp-backup:3638/tu xap-ha:3639/tu
netplay-port1:3640/tu netplay-port2:3641/tu juxml-port:3642/tu audiojuggler:3643/tu ssowatch:3644/tu cyc:3645/tu
xss-srv-port:3646/tu splitlock-gw:3647/tu fjcp:3648/tu nmmp:3649/tu prismiq-plugin:3650/tu xrpc-registry:3651/tu
vxcrnbuport:3652/tu tsp:3653/tu vaprtm:3654/tu abatemgr:3655/tu abatjss:3656/tu immedianet-bcn:3657/tu ps-ams:3658/tu
apple-sasl:3659/tu can-nds-ssl:3660/tu can-ferret-ssl:3661/tu pserver:3662/tu dtp:3663/tu ups-engine:3664/tu
ent-engine:3665/tu eserver-pap:3666/tu infoexch:3667/tu dell-rm-port:3668/tu casanswmgmt:3669/tu smile:3670/tu
efcp:3671/tu lispworks-orb:3672/tu mediavault-gui:3673/tu wininstall-ipc:3674/tu calltrax:3675/tu va-pacbase:3676/tu
roverlog:3677/tu ipr-dglt:3678/tu newton-dock:3679/tu npds-tracker:3680/tu bts-x73:3681/tu cas-mapi:3682/tu
bmc-ea:3683/tu faxstfx-port:3684/tu dsx-agent:3685/tu tnmpv2:3686/tu simple-push:3687/tu simple-push-s:3688/tu
daap:3689/tu svn:3690/tu magaya-network:3691/tu intelsync:3692/tu easl:3693/t bmc-data-coll:3695/tu telnetcpcd:3696/tu
nw-license:3697/tu sagectlpanel:3698/tu kpn-icw:3699/tu lrs-paging:3700/tu netcelera:3701/tu ws-discovery:3702/tu
adobeserver-3:3703/tu adobeserver-4:3704/tu adobeserver-5:3705/tu rt-event:3706/tu rt-event-s:3707/tu
sun-as-iiops:3708/tu ca-idms:3709/tu portgate-auth:3710/tu edb-server2:3711/tu sentinel-ent:3712/tu tftps:3713/tu
delos-dms:3714/tu anoto-rendezv:3715/tu wv-csp-sms-cir:3716/tu wv-csp-udp-cir:3717/tu opus-services:3718/tu
itelserverport:3719/tu ufastro-instr:3720/tu xsync:3721/tu xserveraid:3722/tu sychrond:3723/tu blizwow:3724/tu
na-er-tip:3725/tu array-manager:3726/tu e-mdu:3727/tu e-woa:3728/tu fksp-audit:3729/tu client-ctrl:3730/tu smap:3731/tu
m-wnn:3732/tu multip-msg:3733/tu synel-data:3734/tu pwdis:3735/tu rs-rmi:3736/tu xpanel:3737/t versatalk:3738/tu
launchbird-lm:3739/tu heartbeat:3740/tu wysdma:3741/tu cst-port:3742/tu ipcs-command:3743/tu sasg:3744/tu
gw-call-port:3745/tu linktest:3746/tu linktest-s:3747/tu webdata:3748/tu cimtrak:3749/tu cbos-ip-port:3750/tu
gprs-cube:3751/tu vipremoteagent:3752/tu nattyserver:3753/tu timestenbroker:3754/tu sas-remote-hlp:3755/tu
canon-capt:3756/tu grf-port:3757/tu apw-registry:3758/tu exapt-lmgr:3759/tu adtempusclient:3760/tu gsakmp:3761/tu
gbs-smp:3762/tu xo-wave:3763/tu mni-prot-rout:3764/tu rtraceroute:3765/tu sitewatch-s:3766/t listmgr-port:3767/tu
rblcheckd:3768/tu haipe-otnk:3769/tu cindycollab:3770/tu paging-port:3771/tu ctp:3772/tu ctdhercules:3773/tu
zicom:3774/tu ispmmgr:3775/tu dvcprov-port:3776/tu jibe-eb:3777/tu c-h-it-port:3778/tu cognima:3779/tu nnp:3780/tu
abcvoice-port:3781/tu iso-tp0s:3782/tu bim-pem:3783/tu bfd-control:3784/tu bfd-echo:3785/tu upstriggervsw:3786/tu
fintrx:3787/tu isrp-port:3788/tu remotedeploy:3789/tu quickbooksrds:3790/tu tvnetworkvideo:3791/tu sitewatch:3792/tu
dcsoftware:3793/tu jaus:3794/tu myblast:3795/tu spw-dialer:3796/tu idps:3797/tu minilock:3798/tu radius-dynauth:3799/tu
pwgpsi:3800/tu ibm-mgr:3801/tu vhd:3802/tu soniqsync:3803/tu iqnet-port:3804/tu tcpdataserver:3805/tu wsmlb:3806/tu
spugna:3807/tu sun-as-iiops-ca:3808/tu apocd:3809/tu wlanauth:3810/tu amp:3811/tu neto-wol-server:3812/tu
rap-ip:3813/tu neto-dcs:3814/tu lansurveyorxml:3815/tu sunlps-http:3816/tu tapeware:3817/tu crinis-hb:3818/tu
epl-slp:3819/tu scp:3820/tu pmcp:3821/tu acp-discovery:3822/tu acp-conduit:3823/tu acp-policy:3824/tu ffserver:3825/tu
warmux:3826/tu netmpi:3827/tu neteh:3828/tu neteh-ext:3829/tu cernsysmgmtagt:3830/tu dvapps:3831/tu xxnetserver:3832/tu
aipn-auth:3833/tu spectardata:3834/tu spectardb:3835/tu markem-dcp:3836/tu mkm-discovery:3837/tu sos:3838/tu
amx-rms:3839/tu flirtmitmir:3840/tu shiprush-db-svr:3841/t nhci:3842/tu quest-agent:3843/tu rnm:3844/tu
v-one-spp:3845/tu an-pcp:3846/tu msfw-control:3847/tu item:3848/tu spw-dnspreload:3849/tu qtms-bootstrap:3850/tu
spectraport:3851/tu sse-app-config:3852/tu sscan:3853/tu stryker-com:3854/tu opentrac:3855/tu informer:3856/tu
trap-port:3857/tu trap-port-mom:3858/tu nav-port:3859/tu sasp:3860/tu winshadow-hd:3861/tu giga-pocket:3862/tu
asap-sctp:3863/s asap-tcp:3863/t asap-udp:3863/u asap-sctp-tls:3864/s asap-tcp-tls:3864/t xpl:3865/tu dzdaemon:3866/tu
dzoglserver:3867/tu diameter:3868/ts ovsam-mgmt:3869/tu ovsam-d-agent:3870/tu avocent-adsap:3871/tu oem-agent:3872/tu
fagordnc:3873/tu sixxsconfig:3874/tu pnbscada:3875/tu dl_agent:3876/tu xmpcr-interface:3877/tu fotogcad:3878/tu
appss-lm:3879/tu igrs:3880/tu idac:3881/tu msdts1:3882/tu vrpn:3883/tu softrack-meter:3884/tu topflow-ssl:3885/tu
nei-management:3886/tu ciphire-data:3887/tu ciphire-serv:3888/tu dandv-tester:3889/tu ndsconnect:3890/tu
rtc-pm-port:3891/tu pcc-image-port:3892/tu cgi-starapi:3893/tu syam-agent:3894/tu syam-smc:3895/tu sdo-tls:3896/tu
sdo-ssh:3897/tu senip:3898/tu itv-control:3899/tu udt_os:3900/tu nimsh:3901/tu nimaux:3902/tu charsetmgr:3903/tu
omnilink-port:3904/tu mupdate:3905/tu topovista-data:3906/tu imoguia-port:3907/tu hppronetman:3908/tu
surfcontrolcpa:3909/tu prnrequest:3910/tu prnstatus:3911/tu gbmt-stars:3912/tu listcrt-port:3913/tu
listcrt-port-2:3914/tu agcat:3915/tu wysdmc:3916/tu aftmux:3917/tu pktcablemmcops:3918/tu hyperip:3919/tu
exasoftport1:3920/tu herodotus-net:3921/tu sor-update:3922/tu symb-sb-port:3923/tu mpl-gprs-port:3924/tu zmp:3925/tu
winport:3926/tu natdataservice:3927/tu netboot-pxe:3928/tu smauth-port:3929/tu syam-webserver:3930/tu
msr-plugin-port:3931/tu dyn-site:3932/tu plbserve-port:3933/tu sunfm-port:3934/tu sdp-portmapper:3935/tu
mailprox:3936/tu dvbservdsc:3937/tu dbcontrol_agent:3938/tu aamp:3939/tu xecp-node:3940/tu homeportal-web:3941/tu
srdp:3942/tu tig:3943/tu sops:3944/tu emcads:3945/tu backupedge:3946/tu ccp:3947/tu apdap:3948/tu drip:3949/tu
namemunge:3950/tu pwgippfax:3951/tu i3-sessionmgr:3952/tu xmlink-connect:3953/tu adrep:3954/tu p2pcommunity:3955/tu
gvcp:3956/tu mqe-broker:3957/tu mqe-agent:3958/tu treehopper:3959/tu bess:3960/tu proaxess:3961/tu sbi-agent:3962/tu
thrp:3963/tu sasggprs:3964/tu ati-ip-to-ncpe:3965/tu bflckmgr:3966/tu ppsms:3967/tu ianywhere-dbns:3968/tu
landmarks:3969/tu lanrevagent:3970/tu lanrevserver:3971/tu iconp:3972/tu progistics:3973/tu xk22:3974/tu
airshot:3975/tu opswagent:3976/tu opswmanager:3977/tu secure-cfg-svr:3978/tu smwan:3979/tu starfish:3981/tu eis:3982/tu
eisp:3983/tu mapper-nodemgr:3984/tu mapper-mapethd:3985/tu mapper-ws_ethd:3986/tu centerline:3987/tu dcs-config:3988/tu
bv-queryengine:3989/tu bv-is:3990/tu bv-smcsrv:3991/tu bv-ds:3992/tu bv-agent:3993/tu iss-mgmt-ssl:3995/tu
abcsoftware:3996/tu agentsease-db:3997/tu dnx:3998/tu nvcnet:3999/tu terabase:4000/tu newoak:4001/tu
pxc-spvr-ft:4002/tu pxc-splr-ft:4003/tu pxc-roid:4004/tu pxc-pin:4005/tu pxc-spvr:4006/tu pxc-splr:4007/tu
netcheque:4008/tu chimera-hwm:4009/tu samsung-unidex:4010/tu altserviceboot:4011/tu pda-gate:4012/tu
acl-manager:4013/tu taiclock:4014/tu talarian-mcast1:4015/tu talarian-mcast2:4016/tu talarian-mcast3:4017/tu
talarian-mcast4:4018/tu talarian-mcast5:4019/tu trap:4020/tu nexus-portal:4021/tu dnox:4022/tu esnm-zoning:4023/tu
tnp1-port:4024/tu partimage:4025/tu as-debug:4026/tu bxp:4027/tu dtserver-port:4028/tu ip-qsig:4029/tu
jdmn-port:4030/tu suucp:4031/tu vrts-auth-port:4032/tu sanavigator:4033/tu ubxd:4034/tu wap-push-http:4035/tu
wap-push-https:4036/tu ravehd:4037/tu fazzt-ptp:4038/tu fazzt-admin:4039/tu yo-main:4040/tu houston:4041/tu
ldxp:4042/tu nirp:4043/tu ltp:4044/tu npp:4045/tu acp-proto:4046/tu ctp-state:4047/tu wafs:4049/tu cisco-wafs:4050/tu
cppdp:4051/tu interact:4052/tu ccu-comm-1:4053/tu ccu-comm-2:4054/tu ccu-comm-3:4055/tu lms:4056/tu wfm:4057/tu
kingfisher:4058/tu dlms-cosem:4059/tu dsmeter_iatc:4060/tu ice-location:4061/tu ice-slocation:4062/tu
ice-router:4063/tu ice-srouter:4064/tu avanti_cdp:4065/tu pmas:4066/tu idp:4067/tu ipfltbcst:4068/tu minger:4069/tu
tripe:4070/tu aibkup:4071/tu zieto-sock:4072/tu iRAPP:4073/tu cequint-cityid:4074/tu perimlan:4075/tu seraph:4076/tu
ascomalarm:4077/u cssp:4078/t santools:4079/tu lorica-in:4080/tu lorica-in-sec:4081/tu lorica-out:4082/tu
lorica-out-sec:4083/tu fortisphere-vm:4084/u ezmessagesrv:4085/t ftsync:4086/u applusservice:4087/t npsp:4088/t
opencore:4089/tu omasgport:4090/tu ewinstaller:4091/tu ewdgs:4092/tu pvxpluscs:4093/tu sysrqd:4094/tu xtgui:4095/tu
bre:4096/tu patrolview:4097/tu drmsfsd:4098/tu dpcp:4099/tu igo-incognito:4100/tu brlp-0:4101/tu brlp-1:4102/tu
brlp-2:4103/tu brlp-3:4104/tu shofar:4105/tu synchronite:4106/tu j-ac:4107/tu accel:4108/tu izm:4109/tu g2tag:4110/tu
xgrid:4111/tu apple-vpns-rp:4112/tu aipn-reg:4113/tu jomamqmonitor:4114/tu cds:4115/tu smartcard-tls:4116/tu
hillrserv:4117/tu netscript:4118/tu assuria-slm:4119/tu minirem:4120/t e-builder:4121/tu fprams:4122/tu z-wave:4123/tu
tigv2:4124/tu opsview-envoy:4125/tu ddrepl:4126/tu unikeypro:4127/tu nufw:4128/tu nuauth:4129/tu fronet:4130/tu
stars:4131/tu nuts_dem:4132/tu nuts_bootp:4133/tu nifty-hmi:4134/tu cl-db-attach:4135/tu cl-db-request:4136/tu
cl-db-remote:4137/tu nettest:4138/tu thrtx:4139/tu cedros_fds:4140/tu oirtgsvc:4141/tu oidocsvc:4142/tu oidsr:4143/tu
vvr-control:4145/tu tgcconnect:4146/tu vrxpservman:4147/tu hhb-handheld:4148/tu agslb:4149/tu PowerAlert-nsa:4150/tu
menandmice_noh:4151/tu idig_mux:4152/tu mbl-battd:4153/tu atlinks:4154/tu bzr:4155/tu stat-results:4156/tu
stat-scanner:4157/tu stat-cc:4158/tu nss:4159/tu jini-discovery:4160/tu omscontact:4161/tu omstopology:4162/tu
silverpeakpeer:4163/tu silverpeakcomm:4164/tu altcp:4165/tu joost:4166/tu ddgn:4167/tu pslicser:4168/tu iadt:4169/t
iadt-disc:4169/u d-cinema-csp:4170/t ml-svnet:4171/t pcoip:4172/tu mma-discovery:4173/u sm-disc:4174/u smcluster:4174/t
bccp:4175/t tl-ipcproxy:4176/t wello:4177/tu storman:4178/tu MaxumSP:4179/tu httpx:4180/tu macbak:4181/tu
pcptcpservice:4182/tu cyborgnet:4183/tu universe_suite:4184/tu wcpp:4185/tu boxbackupstore:4186/t csc_proxy:4187/t
vatata:4188/tu pcep:4189/t sieve:4190/t dsmipv6:4191/u azeti:4192/t azeti-bd:4192/u pvxplusio:4193/t spdm:4194/t
aws-wsp:4195/tusd hctl:4197/tu eims-admin:4199/tu corelccam:4300/tu d-data:4301/tu d-data-control:4302/tu srcp:4303/tu
owserver:4304/tu batman:4305/tu pinghgl:4306/tu trueconf:4307/tu compx-lockview:4308/tu dserver:4309/tu mirrtex:4310/tu
p6ssmc:4311/t pscl-mgt:4312/t perrla:4313/t choiceview-agt:4314/t choiceview-clt:4316/t opentelemetry:4317/t
skytale:4319/tu fdt-rcatp:4320/tu rwhois:4321/tu trim-event:4322/tu trim-ice:4323/tu geognosisadmin:4325/t
geognosisman:4325/u geognosis:4326/tu jaxer-web:4327/tu jaxer-manager:4328/tu publiqare-sync:4329/t dey-sapi:4330/t
ktickets-rest:4331/t getty-focus:4332/t ahsp:4333/tus netconf-ch-ssh:4334/t netconf-ch-tls:4335/t
restconf-ch-tls:4336/t gaia:4340/tu lisp-data:4341/u lisp-control:4342/u unicall:4343/tu vinainstall:4344/tu
m4-network-as:4345/tu elanlm:4346/tu lansurveyor:4347/tu itose:4348/tu fsportmap:4349/tu net-device:4350/tu
plcy-net-svcs:4351/tu pjlink:4352/tu f5-iquery:4353/tu qsnet-trans:4354/tu qsnet-workst:4355/tu qsnet-assist:4356/tu
qsnet-cond:4357/tu qsnet-nucl:4358/tu omabcastltkm:4359/tu matrix_vnet:4360/t nacnl:4361/u afore-vdp-disc:4362/u
shadowstream:4366/u wxbrief:4368/tu epmd:4369/tu elpro_tunnel:4370/tu l2c-control:4371/t l2c-disc:4371/u
l2c-data:4372/tu remctl:4373/tu psi-ptt:4374/t tolteces:4375/tu bip:4376/tu cp-spxsvr:4377/tu cp-spxdpy:4378/tu
ctdb:4379/tu xandros-cms:4389/tu wiegand:4390/tu apwi-imserver:4391/t apwi-rxserver:4392/t apwi-rxspooler:4393/t
apwi-disc:4394/u omnivisionesx:4395/tu fly:4396/t ds-srv:4400/tu ds-srvr:4401/tu ds-clnt:4402/tu ds-user:4403/tu
ds-admin:4404/tu ds-mail:4405/tu ds-slp:4406/tu nacagent:4407/t slscc:4408/t netcabinet-com:4409/t itwo-server:4410/t
found:4411/t smallchat:4412/u vision-mon:4413/t vision-mon-disc:4413/u updog:4414/t brcd-vr-req:4415/t
pjj-player:4416/t pjj-player-disc:4416/u workflowdir:4417/t axysbridge:4418/u cbp:4419/t nvme:4420/tu scaleft:4421/t
tsepisp:4422/t thingkit:4423/t netrockey6:4425/tu beacon-port-2:4426/tu drizzle:4427/t omviserver:4428/t
omviagent:4429/t rsqlserver:4430/tu wspipe:4431/t l-acoustics:4432/tu vop:4433/t netblox:4441/u saris:4442/tu
pharos:4443/tu nv-video:4444/tu upnotifyp:4445/tu n1-fwp:4446/tu n1-rmgmt:4447/tu asc-slmd:4448/tu privatewire:4449/tu
camp:4450/tu ctisystemmsg:4451/tu ctiprogramload:4452/tu nssalertmgr:4453/tu nssagentmgr:4454/tu prchat-user:4455/tu
prchat-server:4456/tu prRegister:4457/tu mcp:4458/tu ntske:4460/t agtp:4480/t agtp-quic:4480/u hpssmgmt:4484/tu
assyst-dr:4485/t icms:4486/tu prex-tcp:4487/t awacs-ice:4488/tu ipsec-nat-t:4500/tu a25-fap-fgw:4502/s m-bus-oms:4503/u
armagetronad:4534/u ehs:4535/tu ehs-ssl:4536/tu wssauthsvc:4537/tu swx-gate:4538/tu worldscores:4545/tu sf-lm:4546/tu
lanner-lm:4547/tu synchromesh:4548/tu aegate:4549/tu gds-adppiw-db:4550/tu ieee-mih:4551/tu menandmice-mon:4552/tu
icshostsvc:4553/t msfrs:4554/tu rsip:4555/tu dtn-bundle:4556/tud mtcevrunqss:4557/u mtcevrunqman:4558/u hylafax:4559/tu
amahi-anywhere:4563/t kwtc:4566/tu tram:4567/tu bmc-reporting:4568/tu iax:4569/tu deploymentmap:4570/t
cardifftec-back:4573/t rid:4590/t l3t-at-an:4591/tu hrpd-ith-at-an:4592/u ipt-anri-anri:4593/tu ias-session:4594/tu
ias-paging:4595/tu ias-neighbor:4596/tu a21-an-1xbs:4597/tu a16-an-an:4598/tu a17-an-an:4599/tu piranha1:4600/tu
piranha2:4601/tu mtsserver:4602/t menandmice-upg:4603/t irp:4604/t sixchat:4605/t sixid:4606/t ventoso:4621/u
dots-signal:4646/tu playsta2-app:4658/tu playsta2-lob:4659/tu smaclmgr:4660/tu kar2ouche:4661/tu oms:4662/tu
noteit:4663/tu ems:4664/tu contclientms:4665/tu eportcomm:4666/tu mmacomm:4667/tu mmaeds:4668/tu eportcommdata:4669/tu
light:4670/tu acter:4671/tu rfa:4672/tu cxws:4673/tu appiq-mgmt:4674/tu dhct-status:4675/tu dhct-alerts:4676/tu
bcs:4677/tu traversal:4678/tu mgesupervision:4679/tu mgemanagement:4680/tu parliant:4681/tu finisar:4682/tu
spike:4683/tu rfid-rp1:4684/tu autopac:4685/tu msp-os:4686/tu nst:4687/tu mobile-p2p:4688/tu altovacentral:4689/tu
prelude:4690/tu mtn:4691/tu conspiracy:4692/tu netxms-agent:4700/tu netxms-mgmt:4701/tu netxms-sync:4702/tu
npqes-test:4703/t assuria-ins:4704/t trinity-dist:4711/tus truckstar:4725/tu a26-fap-fgw:4726/u fcis:4727/t
fcis-disc:4727/u capmux:4728/tu gsmtap:4729/u gearman:4730/tu remcap:4731/t ohmtrigger:4732/u resorcs:4733/t
ipdr-sp:4737/tu solera-lpn:4738/tu ipfix:4739/tus ipfixs:4740/tus lumimgrd:4741/tu sicct:4742/t sicct-sdp:4742/u
openhpid:4743/tu ifsp:4744/tu fmp:4745/tu intelliadm-disc:4746/u buschtrommel:4747/u profilemac:4749/tu ssad:4750/tu
spocp:4751/tu snap:4752/tu simon:4753/t simon-disc:4753/u gre-in-udp:4754/u gre-udp-dtls:4755/u RDCenter:4756/t
converge:4774/t bfd-multi-ctl:4784/tu cncp:4785/u smart-install:4786/t sia-ctrl-plane:4787/t xmcp:4788/t vxlan:4789/u
vxlan-gpe:4790/u roce:4791/u unified-bus:4792/tu uet:4793/u veroce:4794/u iims:4800/tu iwec:4801/tu ilss:4802/tu
notateit:4803/t notateit-disc:4803/u aja-ntv4-disc:4804/u htcp:4827/tu varadero-0:4837/tu varadero-1:4838/tu
varadero-2:4839/tu opcua-tcp:4840/t opcua-udp:4840/u quosa:4841/tu gw-asv:4842/tu opcua-tls:4843/tu gw-log:4844/tu
wcr-remlib:4845/tu contamac_icm:4846/tu wfc:4847/tu appserv-http:4848/tu appserv-https:4849/tu sun-as-nodeagt:4850/tu
derby-repli:4851/tu unify-debug:4867/tu phrelay:4868/tu phrelaydbg:4869/tu cc-tracking:4870/tu wired:4871/tu
tritium-can:4876/tu lmcs:4877/tu inst-discovery:4878/u wsdl-event:4879/t hislip:4880/t socp-t:4881/u socp-c:4882/u
wmlserver:4883/t hivestor:4884/tu abbs:4885/tu xcap-portal:4888/t xcap-control:4889/t lyskom:4894/tu
radmin-port:4899/tu hfcs:4900/tu flr_agent:4901/t magiccontrol:4902/t lutap:4912/t lutcp:4913/t bones:4914/tu
frcs:4915/t an-signaling:4936/u atsc-mh-ssc:4937/u eq-office-4940:4940/tu eq-office-4941:4941/tu eq-office-4942:4942/tu
munin:4949/tu sybasesrvmon:4950/tu pwgwims:4951/tu sagxtsds:4952/tu dbsyncarbiter:4953/t ccss-qmm:4969/tu
ccss-qsm:4970/tu burp:4971/t ctxs-vpp:4980/u webyast:4984/t gerhcs:4985/t mrip:4986/tu smar-se-port1:4987/tu
smar-se-port2:4988/tu parallel:4989/tu busycal:4990/tu vrt:4991/tu hfcs-manager:4999/tu commplex-main:5000/tu
commplex-link:5001/tu rfe:5002/tu fmpro-internal:5003/tu avt-profile-1:5004/tud avt-profile-2:5005/tud
wsm-server:5006/tu wsm-server-ssl:5007/tu synapsis-edge:5008/tu winfs:5009/tu telelpathstart:5010/tu
telelpathattack:5011/tu nsp:5012/tu fmpro-v6:5013/tu onpsocket:5014/u fmwp:5015/t zenginkyo-1:5020/tu
zenginkyo-2:5021/tu mice:5022/tu htuilsrv:5023/tu scpi-telnet:5024/tu scpi-raw:5025/tu strexec-d:5026/tu
strexec-s:5027/tu qvr:5028/t infobright:5029/tu dmp:5031/u signacert-agent:5032/t jtnetd-server:5033/t
jtnetd-status:5034/t asnaacceler8db:5042/tu swxadmin:5043/tu lxi-evntsvc:5044/tu osp:5045/t vpm-udp:5046/u
iscape:5047/u texai:5048/t ivocalize:5049/tu mmcc:5050/tu ita-agent:5051/tu ita-manager:5052/tu rlm:5053/t
rlm-disc:5053/u rlm-admin:5054/t unot:5055/tu intecom-ps1:5056/tu intecom-ps2:5057/tu locus-disc:5058/u sds:5059/tu
sip:5060/tus sips:5061/tus na-localise:5062/tu csrpc:5063/t ca-1:5064/tu ca-2:5065/tu stanag-5066:5066/tu
authentx:5067/tu bitforestsrv:5068/t i-net-2000-npr:5069/tu vtsas:5070/tu powerschool:5071/tu ayiya:5072/tu
tag-pm:5073/tu alesquery:5074/tu pvaccess:5075/t pixelpusher:5078/u cp-spxrpts:5079/u onscreen:5080/tu sdl-ets:5081/tu
qcp:5082/tu qfp:5083/tu llrp:5084/tu encrypted-llrp:5085/tu aprigo-cs:5086/t biotic:5087/t car:5090/s cxtp:5091/s
magpie:5092/u sentinel-lm:5093/tu hart-ip:5094/tu sentlm-srv2srv:5099/tu socalia:5100/tu talarian-tcp:5101/t
talarian-udp:5101/u oms-nonsecure:5102/tu actifio-c2c:5103/t tinymessage:5104/u hughes-ap:5105/u actifioudsagent:5106/t
actifioreplic:5107/t taep-as-svc:5111/tu pm-cmdsvr:5112/tu ev-services:5114/t autobuild:5115/t emb-proj-cmd:5116/u
gradecam:5117/t barracuda-bbs:5120/tu nbt-pc:5133/tu ppactivation:5134/t erp-scale:5135/t minotaur-sa:5136/u
ctsd:5137/tu rmonitor_secure:5145/tu social-alarm:5146/t atmp:5150/tu esri_sde:5151/tu sde-discovery:5152/tu
bzflag:5154/tu asctrl-agent:5155/tu rugameonline:5156/t mediat:5157/t snmpssh:5161/t snmpssh-trap:5162/t sbackup:5163/t
vpa:5164/t vpa-disc:5164/u ife_icorp:5165/tu winpcs:5166/tu scte104:5167/tu scte30:5168/tu pcoip-mgmt:5172/t
aol:5190/tu aol-1:5191/tu aol-2:5192/tu aol-3:5193/tu cpscomm:5194/t ampl-lic:5195/t ampl-tableproxy:5196/t
tunstall-lwp:5197/t targus-getdata:5200/tu targus-getdata1:5201/tu targus-getdata2:5202/tu targus-getdata3:5203/tu
nomad:5209/t noteza:5215/ts 3exmp:5221/t xmpp-client:5222/t hpvirtgrp:5223/tu hpvirtctrl:5224/tu hp-server:5225/tu
hp-status:5226/tu perfd:5227/tu hpvroom:5228/t jaxflow:5229/t jaxflow-data:5230/t crusecontrol:5231/t csedaemon:5232/t
enfs:5233/t eenet:5234/tu galaxy-network:5235/tu padl2sim:5236/tu mnet-discovery:5237/tu attune:5242/t xycstatus:5243/t
downtools:5245/t downtools-disc:5245/u capwap-control:5246/u capwap-data:5247/u caacws:5248/tu caaclang2:5249/tu
soagateway:5250/tu caevms:5251/tu movaz-ssc:5252/tu kpdp:5253/t logcabin:5254/t 3com-njack-1:5264/tu
3com-njack-2:5265/tu xmpp-server:5269/t cartographerxmp:5270/tu cuelink:5271/t cuelink-disc:5271/u pk:5272/tu
xmpp-bosh:5280/t undo-lm:5281/t transmit-port:5282/tu presence:5298/tu nlg-data:5299/tu hacl-hb:5300/tu hacl-gs:5301/tu
hacl-cfg:5302/tu hacl-probe:5303/tu hacl-local:5304/tu hacl-test:5305/tu sun-mc-grp:5306/tu sco-aip:5307/tu
cfengine:5308/tu jprinter:5309/tu outlaws:5310/tu permabit-cs:5312/tu rrdp:5313/tu opalis-rbt-ipc:5314/tu
hacl-poll:5315/tu hpbladems:5316/t hpdevms:5317/t pkix-cmc:5318/t roughtime:5319/tu bsfserver-zn:5320/t
bsfsvr-zn-ssl:5321/t kfserver:5343/tu xkotodrcp:5344/tu stun-behaviors:5349/tu pcp-multicast:5350/u pcp:5351/u
dns-llq:5352/tu mdns:5353/tu mdnsresponder:5354/tu llmnr:5355/tu ms-smlbiz:5356/tu wsdapi:5357/tu wsdapi-s:5358/tu
ms-alerter:5359/tu ms-sideshow:5360/tu ms-s-sideshow:5361/tu serverwsd2:5362/tu net-projection:5363/tu kdnet:5364/u
stresstester:5397/tu elektron-admin:5398/tu securitychase:5399/tu excerpt:5400/tu excerpts:5401/tu mftp:5402/tu
hpoms-ci-lstn:5403/tu hpoms-dps-lstn:5404/tu netsupport:5405/tu systemics-sox:5406/tu foresyte-clear:5407/tu
foresyte-sec:5408/tu salient-dtasrv:5409/tu salient-usrmgr:5410/tu actnet:5411/tu continuus:5412/tu wwiotalk:5413/tu
statusd:5414/tu ns-server:5415/tu sns-gateway:5416/tu sns-agent:5417/tu mcntp:5418/tu dj-ice:5419/tu cylink-c:5420/tu
netsupport2:5421/tu salient-mux:5422/tu virtualuser:5423/tu beyond-remote:5424/tu br-channel:5425/tu devbasic:5426/tu
sco-peer-tta:5427/tu telaconsole:5428/tu base:5429/tu radec-corp:5430/tu park-agent:5431/tu postgresql:5432/tu
pyrrho:5433/tu sgi-arrayd:5434/tu sceanics:5435/tu pmip6-cntl:5436/u pmip6-data:5437/u spss:5443/tu smbdirect:5445/ts
tiepie:5450/t tiepie-disc:5450/u surebox:5453/tu apc-5454:5454/tu apc-5455:5455/tu apc-5456:5456/tu silkmeter:5461/tu
ttl-publisher:5462/tu ttlpriceproxy:5463/tu quailnet:5464/tu netops-broker:5465/tu apsolab-col:5470/t
apsolab-cols:5471/t apsolab-tag:5472/t apsolab-tags:5473/t apsolab-rpc:5474/u apsolab-data:5475/t
fcp-addr-srvr1:5500/tu fcp-addr-srvr2:5501/tu fcp-srvr-inst1:5502/tu fcp-srvr-inst2:5503/tu fcp-cics-gw1:5504/tu
checkoutdb:5505/tu amc:5506/tu psl-management:5507/t matter:5540/tu qftest-lic-mcp:5543/t cbus:5550/t
sgi-eventmond:5553/tu sgi-esphttp:5554/tu personal-agent:5555/tu freeciv:5556/tu farenet:5557/t dp-bura:5565/t
westec-connect:5566/t dof-dps-mc-sec:5567/tu sdt:5568/tu rdmnet-ctrl:5569/t rdmnet-device:5569/u sdmmp:5573/tu
lsi-bobcat:5574/t ora-oap:5575/t fdtracks:5579/t tmosms0:5580/tu tmosms1:5581/tu fac-restore:5582/tu
tmo-icon-sync:5583/tu bis-web:5584/tu bis-sync:5585/tu att-mt-sms:5586/t ininmessaging:5597/tu mctfeed:5598/tu
esinstall:5599/tu esmmanager:5600/tu esmagent:5601/tu a1-msc:5602/tu a1-bs:5603/tu a3-sdunode:5604/tu
a4-sdunode:5605/tu efr:5618/t ninaf:5627/tu htrust:5628/tu symantec-sfdb:5629/tu precise-comm:5630/tu
pcanywheredata:5631/tu pcanywherestat:5632/tu beorl:5633/tu xprtld:5634/tu sfmsso:5635/t sfm-db-server:5636/t
cssc:5637/t flcrs:5638/t ics:5639/t vfmobile:5646/t nrpe:5666/t filemq:5670/t zre-disc:5670/u amqps:5671/tu
amqp:5672/tus jms:5673/tu hyperscsi-port:5674/tu v5ua:5675/tus raadmin:5676/tu questdb2-lnchr:5677/tu rrac:5678/tu
dccm:5679/tu auriga-router:5680/tu ncxcp:5681/tu brightcore:5682/u coap:5683/tu coaps:5684/tu gog-multiplayer:5687/u
ggz:5688/tu qmvideo:5689/tu rbsystem:5693/t kmip:5696/t supportassist:5700/t storageos:5705/t proshareaudio:5713/tu
prosharevideo:5714/tu prosharedata:5715/tu prosharerequest:5716/tu prosharenotify:5717/tu dpm:5718/tu dpm-agent:5719/tu
ms-licensing:5720/tu dtpt:5721/tu msdfsr:5722/tu omhs:5723/tu omsdk:5724/tu ms-ilm:5725/t ms-ilm-sts:5726/t
asgenf:5727/t io-dist-data:5728/t io-dist-group:5728/u openmail:5729/tu unieng:5730/tu ida-discover1:5741/tu
ida-discover2:5742/tu watchdoc-pod:5743/tu watchdoc:5744/tu fcopy-server:5745/tu fcopys-server:5746/tu tunatic:5747/tu
tunalyzer:5748/tu rscd:5750/tu openmailg:5755/tu x500ms:5757/tu openmailns:5766/tu s-openmail:5767/tu
openmailpxy:5768/tu spramsca:5769/tu spramsd:5770/tu netagent:5771/tu starfield-io:5777/tu vts-rpc:5780/t
3par-evts:5781/tu 3par-mgmt:5782/tu 3par-mgmt-ssl:5783/tu ibar:5784/u 3par-rcopy:5785/tu cisco-redu:5786/u
waascluster:5787/u xtreamx:5793/tu spdp:5794/u enlabel-dpl:5798/t icmpd:5813/tu spt-automation:5814/tu
autopassdaemon:5820/t shiprush-d-ch:5841/t reversion:5842/t wherehoo:5859/tu ppsuitemsg:5863/tu diameters:5868/ts
jute:5883/t rfb:5900/tu ff-ice:5903/tus ag-swim:5904/tus asmgcs:5905/tus rpas-c2:5906/tus dsd:5907/tus ipsma:5908/tus
agma:5909/tus ats-atn:5910/tu cm:5910/s ats-acars:5911/tu cpdlc:5911/s ais-met:5912/tu fis:5912/s ads-c:5913/s
aoc-acars:5913/tu ipsdtls:5914/tus indy:5963/tu mppolicy-v5:5968/tu mppolicy-mgr:5969/tu couchdb:5984/tu wsman:5985/tu
wsmans:5986/tu wbem-rmi:5987/tu wbem-http:5988/tu wbem-https:5989/tu wbem-exp-https:5990/tu nuxsl:5991/tu
consul-insight:5992/tu cim-rs:5993/t rms-agent:5994/t cvsup:5999/tu ndl-ahp-svc:6064/tu winpharaoh:6065/tu
ewctsp:6066/tu gsmp-ancp:6068/t trip:6069/tu messageasap:6070/tu ssdtp:6071/tu diagnose-proc:6072/tu
directplay8:6073/tu max:6074/tu dpm-acm:6075/t msft-dpm-cert:6076/t iconstructsrv:6077/t gue:6080/u geneve:6081/u
p25cai:6082/u miami-bcast:6083/u reload-config:6084/t konspire2b:6085/tu pdtp:6086/tu ldss:6087/tu doglms:6088/t
doglms-notify:6088/u raxa-mgmt:6099/t synchronet-db:6100/tu synchronet-rtc:6101/tu synchronet-upd:6102/tu rets:6103/tu
dbdb:6104/tu primaserver:6105/tu mpsserver:6106/tu etc-control:6107/tu sercomm-scadmin:6108/tu globecast-id:6109/tu
softcm:6110/tu spc:6111/tu dtspcd:6112/tu dayliteserver:6113/t wrspice:6114/t xic:6115/t xtlserv:6116/t
daylitetouch:6117/t tipc:6118/u spdy:6121/t bex-webadmin:6122/tu backup-express:6123/tu pnbs:6124/tu
damewaremobgtwy:6130/t nbt-wol:6133/tu pulsonixnls:6140/tu meta-corp:6141/tu aspentec-lm:6142/tu watershed-lm:6143/tu
statsci1-lm:6144/tu statsci2-lm:6145/tu lonewolf-lm:6146/tu montage-lm:6147/tu ricardo-lm:6148/tu tal-pod:6149/tu
efb-aci:6159/t ecmp:6160/t ecmp-data:6160/u patrol-ism:6161/tu patrol-coll:6162/tu pscribe:6163/tu lm-x:6200/tu
thermo-calc:6201/u qmtps:6209/tu radmind:6222/tu jeol-nsddp-1:6241/u jeol-nsdtp-1:6241/t jeol-nsddp-2:6242/u
jeol-nsdtp-2:6242/t jeol-nsddp-3:6243/u jeol-nsdtp-3:6243/t jeol-nsddp-4:6244/u jeol-nsdtp-4:6244/t tl1-raw-ssl:6251/tu
tl1-ssh:6252/tu crip:6253/tu gld:6267/t grid:6268/tu grid-alt:6269/tu bmc-grx:6300/tu bmc_ctd_ldap:6301/tu ufmp:6306/tu
scup:6315/t scup-disc:6315/u abb-escp:6316/tu nav-data:6317/u nav-data-cmd:6317/t iona-data:6318/t repsvc:6320/tu
emp-server1:6321/tu emp-server2:6322/tu hrd-ncs:6324/t hrd-ns-disc:6324/u dt-mgmtsvc:6325/t dt-vra:6326/t sflow:6343/tu
streletz:6344/t gnutella-svc:6346/tu gnutella-rtr:6347/tu adap:6350/tu pmcs:6355/tu metaedit-mu:6360/tu ndn:6363/u
metaedit-se:6370/tu redis:6379/t metatude-mds:6382/tu clariion-evr01:6389/tu metaedit-ws:6390/tu faxcomservice:6417/tu
syserverremote:6418/t svdrp:6419/t svdrp-disc:6419/u nim-vdrshell:6420/tu nim-wan:6421/tu pgbouncer:6432/t
heliosd:6440/t tarp:6442/t sun-sr-https:6443/tu sge_qmaster:6444/tu sge_execd:6445/tu mysql-proxy:6446/tu
skip-cert-recv:6455/tu skip-cert-send:6456/tu ieee11073-20701:6464/tu lvision-lm:6471/tu sun-sr-http:6480/tu
servicetags:6481/tu ldoms-mgmt:6482/tu SunVTS-RMI:6483/tu sun-sr-jms:6484/tu sun-sr-iiop:6485/tu sun-sr-iiops:6486/tu
sun-sr-iiop-aut:6487/tu sun-sr-jmx:6488/tu sun-sr-admin:6489/tu boks:6500/tu boks_servc:6501/tu boks_servm:6502/tu
boks_clntd:6503/tu badm_priv:6505/tu badm_pub:6506/tu bdir_priv:6507/tu bdir_pub:6508/tu mgcs-mfp-port:6509/tu
mcer-port:6510/tu dccp-udp:6511/u netconf-tls:6513/t syslog-tls:6514/tud elipse-rec:6515/tu lds-distrib:6543/tu
lds-dump:6544/tu apc-6547:6547/tu apc-6548:6548/tu apc-6549:6549/tu fg-sysupdate:6550/tu sum:6551/tu
checkmk-agent:6556/t xdsxdm:6558/tu sane-port:6566/tu canit_store:6568/t rp-reputation:6568/u affiliate:6579/tu
parsec-master:6580/tu parsec-peer:6581/tu parsec-game:6582/tu joaJewelSuite:6583/tu mshvlm:6600/t mstmg-sstp:6601/t
wsscomfrmwk:6602/t bencher:6610/tu odette-ftps:6619/tu kftp-data:6620/tu kftp:6621/tu mcftp:6622/tu ktelnet:6623/tu
datascaler-db:6624/t datascaler-ctl:6625/t wago-service:6626/tu nexgen:6627/tu afesc-mc:6628/tu nexgen-aux:6629/tu
mxodbc-connect:6632/t cisco-vpath-tun:6633/u mpls-pm:6634/u mpls-udp:6635/u mpls-udp-dtls:6636/u ovsdb:6640/t
openflow:6653/tu pcs-sf-ui-man:6655/t emgmsg:6656/t palcom-disc:6657/u vocaltec-gold:6670/tu p4p-portal:6671/tu
vision_server:6672/tu vision_elmd:6673/tu vfbp:6678/t vfbp-disc:6678/u osaut:6679/tu clever-ctrace:6687/t
clever-tcpip:6688/t tsa:6689/tu cleverdetect:6690/t babel:6696/u ircs-u:6697/t babel-dtls:6699/u kti-icad-srvr:6701/tu
e-design-net:6702/tu e-design-web:6703/tu frc-hp:6704/s frc-mp:6705/s frc-lp:6706/s ibprotocol:6714/tu
fibotrader-com:6715/tu princity-agent:6716/t bmc-perf-agent:6767/tu bmc-perf-mgrd:6768/tu adi-gxp-srvprt:6769/tu
plysrv-http:6770/tu plysrv-https:6771/tu ntz-tracker:6777/t ntz-p2p-storage:6778/t bfd-lag:6784/u dgpf-exchg:6785/tu
smc-jmx:6786/tu smc-admin:6787/tu smc-http:6788/tu radg:6789/t hnmp:6790/tu hnm:6791/tu acnet:6801/tu
pentbox-sim:6817/t ambit-lm:6831/tu netmo-default:6841/tu netmo-http:6842/tu iccrushmore:6850/tu acctopus-cc:6868/t
acctopus-st:6868/u muse:6888/tu rtimeviewer:6900/t jetstream:6901/t split-ping:6924/tu ethoscan:6935/tu xsmsvc:6936/tu
bioserver:6946/tu otlp:6951/tu jmact3:6961/tu jmevt2:6962/tu swismgr1:6963/tu swismgr2:6964/tu swistrap:6965/tu
swispol:6966/tu acmsoda:6969/tu conductor:6970/t conductor-mpx:6970/s qolyester:6980/u MobilitySrv:6997/tu
iatp-highpri:6998/tu iatp-normalpri:6999/tu afs3-fileserver:7000/tu afs3-callback:7001/tu afs3-prserver:7002/tu
afs3-vlserver:7003/tu afs3-kaserver:7004/tu afs3-volser:7005/tu afs3-errors:7006/tu afs3-bos:7007/tu
afs3-update:7008/tu afs3-rmtsys:7009/tu ups-onlinet:7010/tu talon-disc:7011/tu talon-engine:7012/tu
microtalon-dis:7013/tu microtalon-com:7014/tu talon-webserver:7015/tu spg:7016/tu grasp:7017/tu fisa-svc:7018/t
doceri-ctl:7019/t doceri-view:7019/u dpserve:7020/tu dpserveadmin:7021/tu ctdp:7022/tu ct2nmcs:7023/tu vmsvc:7024/tu
vmsvc-2:7025/tu loreji-panel:7026/t op-probe:7030/tu iposplanet:7031/t quest-disc:7040/u arcp:7070/tu iwg1:7071/tu
iba-cfg:7072/t iba-cfg-disc:7072/u martalk:7073/t empowerid:7080/tu zixi-transport:7088/u jdp-disc:7095/u
lazy-ptop:7099/tu font-service:7100/tu elcn:7101/tu aes-x170:7107/u rothaga:7117/t virprot-lm:7121/tu snif:7123/tu
scenidm:7128/tu scenccs:7129/tu cabsm-comm:7161/tu caistoragemgr:7162/tu cacsambroker:7163/tu fsr:7164/tu
doc-server:7165/tu aruba-server:7166/tu casrmagent:7167/t cnckadserver:7168/t ccag-pib:7169/tu nsrp:7170/tu
drm-production:7171/tu metalbend:7172/t zsecure:7173/t clutild:7174/tu janus-disc:7181/u fodms:7200/tu dlip:7201/tu
pon-ictp:7202/t PS-Server:7215/t PS-Capture-Pro:7216/t ramp:7227/tu citrixupp:7228/t citrixuppg:7229/t
asa-gateways:7234/t aspcoordination:7235/u display:7236/t pads:7237/t frc-hicp:7244/t frc-hicp-disc:7244/u cnap:7262/tu
watchme-7272:7272/tu oma-rlp:7273/tu oma-rlp-s:7274/tu oma-ulp:7275/tu oma-ilp:7276/tu oma-ilp-s:7277/tu
oma-dcdocbs:7278/tu ctxlic:7279/tu itactionserver1:7280/tu itactionserver2:7281/tu mzca-action:7282/t mzca-alert:7282/u
genstat:7283/t lcm-server:7365/tu mindfilesys:7391/tu mrssrendezvous:7392/tu nfoldman:7393/tu fse:7394/tu
winqedit:7395/tu hexarc:7397/tu rtps-discovery:7400/tu rtps-dd-ut:7401/tu rtps-dd-mt:7402/tu ionixnetmon:7410/tu
daqstream:7411/tu ipluminary:7420/u mtportmon:7421/tu pmdmgr:7426/tu oveadmgr:7427/tu ovladmgr:7428/tu opi-sock:7429/tu
xmpv7:7430/tu pmd:7431/tu faximum:7437/tu oracleas-https:7443/tu sttunnel:7471/t rise:7473/tu neo4j:7474/t
openit:7478/t telops-lmd:7491/tu silhouette:7500/tu ovbus:7501/tu adcp:7508/t acplt:7509/t ovhpas:7510/tu
pafec-lm:7511/tu saratoga:7542/tu atul:7543/tu nta-ds:7544/tu nta-us:7545/tu cfs:7546/tu cwmp:7547/tu tidp:7548/tu
nls-tl:7549/tu cloudsignaling:7550/u controlone-con:7551/t sncp:7560/tu cfw:7563/t vsi-omega:7566/tu
dell-eql-asm:7569/t aries-kfinder:7570/tu coherence:7574/t coherence-disc:7574/u wtmi-panel:7575/t sun-lm:7588/tu
mipi-debug:7606/tu indi:7624/tu simco:7626/ts soap-http:7627/tu zen-pawn:7628/tu xdas:7629/tu hawk:7630/t
tesla-sys-msg:7631/t pmdfmgt:7633/tu cuseeme:7648/tu rome:7663/tu authoritygate:7668/t imqstomp:7672/t imqstomps:7673/t
imqtunnels:7674/tu imqtunnel:7675/tu imqbrokerd:7676/tu sun-user-https:7677/tu ms-do:7680/tu dmt:7683/t bolt:7687/t
collaber:7689/tu sovd:7690/t klio:7697/tu em7-secom:7700/t nfapi:7701/s sync-em7:7707/tu scinet:7708/tu
medimageportal:7720/tu nsdeepfreezectl:7724/tu nitrogen:7725/tu freezexservice:7726/tu trident-data:7727/tu
osvr:7728/tus smip:7734/tu aiagent:7738/tu scriptview:7741/tu msss:7742/t sstp-1:7743/tu raqmon-pdu:7744/tu
prgp:7747/tu inetfs:7775/t cbt:7777/tu interwise:7778/tu vstat:7779/tu accu-lmgr:7781/tu s-bfd:7784/u minivend:7786/tu
popup-reminders:7787/tu office-tools:7789/tu q3ade:7794/tu pnet-conn:7797/tu pnet-enc:7798/tu altbsdp:7799/tu
asr:7800/tu ssp-client:7801/tu vns-tp:7802/u rbt-wanopt:7810/tu apc-7845:7845/tu apc-7846:7846/tu csoauth:7847/t
mobileanalyzer:7869/t rbt-smc:7870/t mdm:7871/t mipv6tls:7872/u owms:7878/t pss:7880/tu ubroker:7887/tu mevent:7900/tu
tnos-sp:7901/tu tnos-dp:7902/tu tnos-dps:7903/tu qo-secure:7913/tu t2-drm:7932/tu t2-brm:7933/tu generalsync:7962/tu
supercell:7967/tu micromuse-ncps:7979/tu quest-vista:7980/tu sossd-collect:7981/t sossd-agent:7982/t sossd-disc:7982/u
pushns:7997/t usicontentpush:7998/u irdmi2:7999/tu irdmi:8000/tu vcom-tunnel:8001/tu teradataordbms:8002/tu
mcreport:8003/tu p2pevolvenet:8004/t mxi:8005/tu wpl-analytics:8006/t wpl-disc:8006/u warppipe:8007/tu http-alt:8008/tu
nvme-disc:8009/t cfg-cloud:8015/t ads-s:8016/t cisco-cloudsec:8017/u qbdb:8019/tu intu-ec-svcdisc:8020/tu
intu-ec-client:8021/tu oa-system:8022/tu arca-api:8023/tu ca-audit-da:8025/tu ca-audit-ds:8026/tu
papachi-p2p-srv:8027/tu pro-ed:8032/tu mindprint:8033/tu vantronix-mgmt:8034/tu ampify:8040/tu enguity-xccetp:8041/tu
fs-agent:8042/t fs-server:8043/t fs-mgmt:8044/t rocrail:8051/t senomix01:8052/tu senomix02:8053/tu senomix03:8054/tu
senomix04:8055/tu senomix05:8056/tu senomix06:8057/tu senomix07:8058/tu senomix08:8059/tu aero:8060/u
nikatron-dev:8061/t toad-bi-appsrvr:8066/t infi-async:8067/t ucs-isc:8070/t gadugadu:8074/tu http-alt:8080/tu
sunproxyadmin:8081/tu us-cli:8082/tu us-srv:8083/tu websnp:8084/t d-s-n:8086/tu simplifymedia:8087/tu
radan-http:8088/tu opsmessaging:8090/t jamlink:8091/t sac:8097/tu xprint-server:8100/tu ldoms-migr:8101/t
kz-migr:8102/t skynetflow:8111/u mtl8000-matrix:8115/tu cp-cluster:8116/tu purityrpc:8117/t privoxy:8118/tu
apollo-data:8121/tu apollo-admin:8122/tu paycash-online:8128/tu paycash-wbp:8129/tu indigo-vrmi:8130/tu
indigo-vbcp:8131/tu dbabble:8132/tu puppet:8140/t isdd:8148/tu eor-game:8149/u quantastor:8153/t patrol:8160/tu
patrol-snmp:8161/tu lpar2rrd:8162/t intermapper:8181/t vmware-fdm:8182/tu proremote:8183/t itach:8184/tu
gcp-rphy:8190/t limnerpressure:8191/t spytechphone:8192/tu blp1:8194/tu blp2:8195/tu vvr-data:8199/tu trivnet1:8200/tu
trivnet2:8201/tu aesop:8202/u lm-perfworks:8204/tu lm-instmgr:8205/tu lm-dta:8206/tu lm-sserver:8207/tu
lm-webwatcher:8208/tu aruba-papi:8211/u rexecj:8230/tu hncp-udp-port:8231/u hncp-dtls-port:8232/u
synapse-nhttps:8243/tu espeasy-p2p:8266/u robot-remote:8270/t ms-mcc:8276/tu synapse-nhttp:8280/tu libelle:8282/t
libelle-disc:8282/u blp3:8292/tu hiperscan-id:8293/t blp4:8294/tu tmi:8300/tu amberon:8301/tu hub-open-net:8313/t
tnp-discover:8320/tu tnp:8321/tu garmin-marine:8322/tu server-find:8351/tu cruise-enum:8376/tu cruise-swroute:8377/tu
cruise-config:8378/tu cruise-diags:8379/tu cruise-update:8380/tu m2mservices:8383/tu marathontp:8384/u cvd:8400/tu
sabarsd:8401/tu abarsd:8402/tu admind:8403/tu svcloud:8404/t svbackup:8405/t dlpx-sp:8415/t espeech:8416/tu
espeech-rtp:8417/tu aritts:8423/t pgbackrest:8432/t aws-as2:8433/u cybro-a-bus:8442/tu pcsync-https:8443/tu
pcsync-http:8444/tu copy:8445/t copy-disc:8445/u matrix-fed:8448/t npmp:8450/tu nexentamv:8457/t cisco-avp:8470/t
pim-port:8471/ts otv:8472/tu vp2p:8473/tu noteshare:8474/tu fmtp:8500/tu cmtp-av:8501/u cmtp-mgt:8501/t ftnmtp:8502/t
lsp-self-ping:8503/u rtsp-alt:8554/tu d-fence:8555/tu dof-tunnel:8567/tu asterix:8600/tu canon-cpp-disc:8609/u
canon-mfnp:8610/tu canon-bjnp1:8611/tu canon-bjnp2:8612/tu canon-bjnp3:8613/tu canon-bjnp4:8614/tu imink:8615/t
monetra:8665/t monetra-admin:8666/t spartan:8668/t msi-cps-rm:8675/t msi-cps-rm-disc:8675/u sun-as-jmxrmi:8686/tu
openremote-ctrl:8688/t vnyx:8699/t semi-grpc:8710/t nvc:8711/t dtp-net:8732/u ibus:8733/tu dey-keyneg:8750/t
mc-appserver:8763/tu openqueue:8764/tu ultraseek-http:8765/tu amcs:8766/tu core-of-source:8767/t sandpolis:8768/t
oktaauthenticat:8769/t dpap:8770/tu uec:8778/t msgclnt:8786/tu msgsrvr:8787/tu acd-pm:8793/tu sunwebadmin:8800/tu
truecm:8804/tu pfcp:8805/u hes-clip:8807/u ssports-bcast:8808/u 3gpp-monp:8809/u dxspider:8873/tu cddbp-alt:8880/tu
galaxy4d:8881/t secure-mqtt:8883/tu ddi-tcp-1:8888/t ddi-udp-1:8888/u ddi-tcp-2:8889/t ddi-udp-2:8889/u
ddi-tcp-3:8890/t ddi-udp-3:8890/u ddi-tcp-4:8891/t ddi-udp-4:8891/u ddi-tcp-5:8892/t ddi-udp-5:8892/u ddi-tcp-6:8893/t
ddi-udp-6:8893/u ddi-tcp-7:8894/t ddi-udp-7:8894/u ospf-lite:8899/tu jmb-cds1:8900/tu jmb-cds2:8901/tu dpp:8908/t
manyone-http:8910/tu manyone-xml:8911/tu wcbackup:8912/tu dragonfly:8913/tu twds:8937/t ub-dns-control:8953/t
cumulus-admin:8954/tu nod-provider:8980/tu nod-client:8981/u sunwebadmins:8989/tu http-wmap:8990/tu https-wmap:8991/tu
oracle-ms-ens:8997/t canto-roboflow:8998/t bctp:8999/tu cslistener:9000/tu etlservicemgr:9001/tu dynamid:9002/tu
golem:9005/t ogs-client:9007/u ogs-server:9008/t pichat:9009/tu sdr:9010/t d-star:9011/u tambora:9020/tu
panagolin-ident:9021/tu paragent:9022/tu swa-1:9023/tu swa-2:9024/tu swa-3:9025/tu swa-4:9026/tu versiera:9050/t
fio-cmgmt:9051/t CardWeb-IO:9060/t CardWeb-RT:9060/u glrpc:9080/tu cisco-aqos:9081/u lcs-ap:9082/s
emc-pp-mgmtsvc:9083/t aurora:9084/tus ibm-rsyscon:9085/tu net2display:9086/tu classic:9087/tu sqlexec:9088/tu
sqlexec-ssl:9089/tu websm:9090/tu xmltec-xmlmail:9091/tu XmlIpcRegSvc:9092/tu copycat:9093/t pdl-datastream:9100/tu
bacula-dir:9101/tu bacula-fd:9102/tu bacula-sd:9103/tu peerwire:9104/tu xadmin:9105/tu astergate:9106/t
astergate-disc:9106/u astergatefax:9107/t hexxorecore:9111/tu mxit:9119/tu grcmp:9122/t grcp:9123/t dddp:9131/tu
apani1:9160/tu apani2:9161/tu apani3:9162/tu apani4:9163/tu apani5:9164/tu sirius-agent:9183/tu sun-as-jpda:9191/tu
wap-wsp:9200/tu wap-wsp-wtp:9201/tu wap-wsp-s:9202/tu wap-wsp-wtp-s:9203/tu wap-vcard:9204/tu wap-vcal:9205/tu
wap-vcard-s:9206/tu wap-vcal-s:9207/tu rjcdb-vcards:9208/tu almobile-system:9209/tu oma-mlp:9210/tu oma-mlp-s:9211/tu
serverviewdbms:9212/tu serverstart:9213/tu ipdcesgbs:9214/tu insis:9215/tu acme:9216/tu fsc-port:9217/tu
teamcoherence:9222/tu mon:9255/tu traingpsdata:9277/u pegasus:9278/tu pegasus-ctl:9279/tu pgps:9280/tu
swtp-port1:9281/tu swtp-port2:9282/tu callwaveiam:9283/tu visd:9284/tu n2h2server:9285/tu n2receive:9286/u
cumulus:9287/tu armtechdaemon:9292/tu storview:9293/tu armcenterhttp:9294/tu armcenterhttps:9295/tu vrace:9300/tu
sphinxql:9306/t sapms:9310/t sphinxapi:9312/t secure-ts:9318/tu guibase:9321/tu gnmi-gnoi:9339/t gribi:9340/t
mpidcmgr:9343/tu mphlpdmc:9344/tu rancher:9345/t ctechlicensing:9346/tu fjdmimgr:9374/tu boxp:9380/tu d2dconfig:9387/t
d2ddatatrans:9388/t adws:9389/t otp:9390/t fjinvmgr:9396/tu mpidcagt:9397/tu sec-t4net-srv:9400/tu
sec-t4net-clt:9401/tu sec-pc2fax-srv:9402/tu git:9418/tu tungsten-https:9443/tu wso2esb-console:9444/tu
mindarray-ca:9445/t sntlkeyssrvr:9450/tu ismserver:9500/tu sma-spw:9522/u mngsuite:9535/tu laes-bf:9536/tu
trispen-sra:9555/tu p4runtime:9559/t ldgateway:9592/tu cba8:9593/tu msgsys:9594/tu pds:9595/tu mercury-disc:9596/tu
pd-admin:9597/tu vscp:9598/tu robix:9599/tu micromuse-ncpw:9600/tu streamcomm-ds:9612/tu iadt-tls:9614/t
erunbook_agent:9616/t erunbook_server:9617/t condor:9618/tu odbcpathway:9628/tu uniport:9629/tu peoctlr:9630/t
peocoll:9631/t mc-comm:9632/u pqsflows:9640/t zoomcp:9666/t xmms2:9667/tu tec5-sdctp:9668/tu client-wakeup:9694/tu
ccnx:9695/tu board-roar:9700/tu l5nas-parchan:9747/tu board-voip:9750/tu rasadv:9753/tu tungsten-http:9762/tu
davsrc:9800/tu sstp-2:9801/tu davsrcs:9802/tu sapv1:9875/tu sd:9876/t x510:9877/t kca-service:9878/u
cyborg-systems:9888/tu gt-proxy:9889/tu monkeycom:9898/tu sctp-tunneling:9899/u iua:9900/tus enrp:9901/u
enrp-sctp:9901/s enrp-sctp-tls:9902/s multicast-ping:9903/u domaintime:9909/tu sype-transport:9911/tu
xybrid-cloud:9925/t apc-9950:9950/tu apc-9951:9951/tu apc-9952:9952/tu acis:9953/tu hinp:9954/t alljoyn-mcm:9955/u
alljoyn-stm:9955/t alljoyn:9956/u odnsp:9966/tu xybrid-rt:9978/t visweather:9979/t pumpkindb:9981/t
kaostransport:9986/t dsm-scm-target:9987/tu nsesrvr:9988/t osm-appsrvr:9990/tu osm-oev:9991/tu palace-1:9992/tu
palace-2:9993/tu palace-3:9994/tu palace-4:9995/tu palace-5:9996/tu palace-6:9997/tu distinct32:9998/tu
distinct:9999/tu ndmp:10000/tu scp-config:10001/tu documentum:10002/tu documentum_s:10003/tu emcrmirccd:10004/t
emcrmird:10005/t netapp-sync:10006/t mvs-capacity:10007/tu octopus:10008/tu swdtp-sv:10009/tu rxapi:10010/t
abb-hw:10020/t cefd-vmp:10023/u zabbix-agent:10050/tu zabbix-trapper:10051/tu qptlmd:10055/t amanda:10080/tu
famdc:10081/tu itap-ddtp:10100/tu ezmeeting-2:10101/tu ezproxy-2:10102/tu ezrelay:10103/tu swdtp:10104/tu
bctp-server:10107/tu nmea-0183:10110/tu nmea-onenet:10111/u netiq-endpoint:10113/tu netiq-qcheck:10114/tu
netiq-endpt:10115/tu netiq-voipa:10116/tu iqrm:10117/tu cimple:10125/t bmc-perf-sd:10128/tu bmc-gms:10129/t
qb-db-server:10160/tu snmpdtls:10161/u snmptls:10161/t snmpdtls-trap:10162/u snmptls-trap:10162/t trisoap:10200/tu
rscs:10201/u rsms:10201/t apollo-relay:10252/tu eapol-relay:10253/u axis-wimp-port:10260/tu tile-ml:10261/t
blocks:10288/tu bngsync:10439/u cirrossp:10443/t hip-nat-t:10500/u MOS-lower:10540/tu MOS-upper:10541/tu
MOS-aux:10542/tu MOS-soap:10543/tu MOS-soap-opt:10544/tu serverdocs:10548/t printopia:10631/t gap:10800/tu
lpdg:10805/tu nbd:10809/t nmc-disc:10810/u helix:10860/tu bveapi:10880/tu octopustentacle:10933/t rmiaux:10990/tu
irisa:11000/tu metasys:11001/tu weave:11095/tu origo-sync:11103/t netapp-icmgmt:11104/t netapp-icdata:11105/t
sgi-lk:11106/tu myq-termlink:11108/u sgi-dmfmgr:11109/t sgi-soap:11110/t vce:11111/tu dicom:11112/tu
suncacao-snmp:11161/tu suncacao-jmxmp:11162/tu suncacao-rmi:11163/tu suncacao-csa:11164/tu suncacao-websvc:11165/tu
snss:11171/u oemcacao-jmxmp:11172/t t5-straton:11173/t oemcacao-rmi:11174/t oemcacao-websvc:11175/t smsqp:11201/tu
dcsl-backup:11202/t wifree:11208/tu memcache:11211/tu xcompute:11235/ts imip:11319/tu imip-channels:11320/tu
arena-server:11321/tu atm-uhas:11367/tu hkp:11371/tu lsdp:11430/u ollama:11434/t asgcypresstcps:11489/t
tempest-port:11600/tu emc-xsw-dconfig:11623/t h323callsigalt:11720/tu emc-xsw-dcache:11723/tu intrepid-ssl:11751/tu
lanschool:11796/t lanschool-mpt:11796/u xoraya:11876/tu x2e-disc:11877/u sysinfo-sp:11967/tu tibsd:11971/t
wmereceiving:11997/s wmedistribution:11998/s wmereporting:11999/s entextxid:12000/tu entextnetwk:12001/tu
entexthigh:12002/tu entextmed:12003/tu entextlow:12004/tu dbisamserver1:12005/tu dbisamserver2:12006/tu
accuracer:12007/tu accuracer-dbms:12008/tu ghvpn:12009/u edbsrvr:12010/t vipera:12012/tu vipera-ssl:12013/tu
rets-ssl:12109/tu nupaper-ss:12121/tu cawas:12168/tu hivep:12172/tu linogridengine:12300/tu rads:12302/t
warehouse-sss:12321/tu warehouse:12322/tu italk:12345/tu carb-repl-ctrl:12546/t tsaf:12753/tu netperf:12865/t
i-zipqd:13160/tu bcslogc:13216/tu rs-pias:13217/tu emc-vcas-tcp:13218/t emc-vcas-udp:13218/u powwow-client:13223/tu
powwow-server:13224/tu doip-data:13400/t doip-disc:13400/u bprd:13720/tu bpdbm:13721/tu bpjava-msvc:13722/tu
vnetd:13724/tu bpcd:13782/tu vopied:13783/tu nbdb:13785/tu nomdb:13786/tu dsmcc-config:13818/tu dsmcc-session:13819/tu
dsmcc-passthru:13820/tu dsmcc-download:13821/tu dsmcc-ccp:13822/tu bmdss:13823/t a-trust-rpc:13832/t ucontrol:13894/tu
dta-systems:13929/tu medevolve:13930/t scotty-ft:14000/tu sua:14001/tus scotty-disc:14002/u sage-best-com1:14033/tu
sage-best-com2:14034/tu vcs-app:14141/tu icpp:14142/tu icpps:14143/t gcm-app:14145/tu vrts-tdd:14149/tu vcscmd:14150/t
vad:14154/tu cps:14250/tu ca-web-update:14414/tu xpra:14500/t hde-lcesrvr-1:14936/tu hde-lcesrvr-2:14937/tu
hydap:15000/tu onep-tls:15002/t v2g-secc:15118/u xpilot:15345/tu 3link:15363/tu cisco-snat:15555/tu bex-xr:15660/tu
ptp:15740/tu 2ping:15998/u programmar:15999/t fmsas:16000/t fmsascon:16001/t gsms:16002/t alfin:16003/u jwpc:16020/t
jwpc-bin:16021/t sun-sea-port:16161/tu solaris-audit:16162/t etb4j:16309/tu pduncs:16310/tu pdefmns:16311/tu
netserialext1:16360/tu netserialext2:16361/tu netserialext3:16367/tu netserialext4:16368/tu connected:16384/tu
rdgs:16385/t xoms:16619/t axon-tunnel:16665/t vtp:16666/u cadsisvr:16789/t newbay-snc-mc:16900/tu sgcip:16950/tu
intel-rci-mp:16991/tu amt-soap-http:16992/tu amt-soap-https:16993/tu amt-redir-tcp:16994/tu amt-redir-tls:16995/tu
isode-dua:17007/tu ncpu:17010/t vestasdlp:17184/t soundsvirtual:17185/tu chipper:17219/tu avtp:17220/tu avdecc:17221/tu
cpsp:17222/u isa100-gci:17223/t trdp-pd:17224/u trdp-md:17225/tu integrius-stp:17234/tu ssh-mgmt:17235/tu
db-lsp:17500/t db-lsp-disc:17500/u ailith:17555/t ea:17729/tu zep:17754/tu zigbee-ip:17755/tu zigbee-ips:17756/tu
sw-orion:17777/t biimenu:18000/tu radpdf:18104/t racf:18136/t opsec-cvp:18181/tu opsec-ufp:18182/tu opsec-sam:18183/tu
opsec-lea:18184/tu opsec-omi:18185/tu ohsc:18186/tu opsec-ela:18187/tu checkpoint-rtm:18241/tu iclid:18242/t
clusterxl:18243/t gv-pf:18262/tu ac-cluster:18463/tu heythings:18516/u rds-ib:18634/tu rds-ip:18635/tu vdmmesh:18668/t
vdmmesh-disc:18668/u ique:18769/tu infotos:18881/tu apc-necmp:18888/tu igrid:19000/tu scintilla:19007/tu j-link:19020/t
opsec-uaa:19191/tu ua-secureagent:19194/tu cora:19220/t cora-disc:19220/u keysrvr:19283/tu keyshadow:19315/tu
mtrgtrans:19398/tu hp-sco:19410/tu hp-sca:19411/tu hp-sessmon:19412/tu fxuptp:19539/tu sxuptp:19540/tu jcp:19541/tu
mle:19788/u faircom-db:19790/t iec-104-sec:19998/t dnp-sec:19999/tus dnp:20000/tus microsan:20001/tu
commtact-http:20002/tu commtact-https:20003/tu openwebnet:20005/tu ss-idi-disc:20012/u ss-idi:20013/t
opendeploy:20014/tu nburn_id:20034/tu tmophl7mts:20046/tu mountd:20048/tu nfsrdma:20049/tus avesterra:20057/t
tolfab:20167/tu ipdtp-port:20202/tu ipulse-ics:20222/tu emwavemsg:20480/tu track:20670/tu crtech-nlm:20810/t
athand-mmp:20999/tu irtrans:21000/tu notezilla-lan:21010/t trinket-agent:21212/t cohesity-agent:21213/t
aigairserver:21221/t xahaud:21337/t rdm-tfs:21553/t dfserver:21554/tu vofr-gateway:21590/tu tvpm:21800/tu sal:21801/t
webphone:21845/tu netspeak-is:21846/tu netspeak-cs:21847/tu netspeak-acd:21848/tu netspeak-cps:21849/tu
snapenetio:22000/tu optocontrol:22001/tu optohost002:22002/tu optohost003:22003/tu optohost004:22004/tu
optohost004:22005/tu dcap:22125/t gsidcap:22128/t easyengine:22222/t wnn6:22273/tu cis:22305/tu
showcockpit-net:22333/tu shrewd-control:22335/t shrewd-stream:22335/u cis-secure:22343/tu wibukey:22347/tu
codemeter:22350/tu codemeter-cmwan:22351/t caldsoft-backup:22537/t vocaltec-phone:22555/u vocaltec-wconf:22555/t
talikaserver:22763/tu aws-brf:22800/tu brf-gw:22951/tu inovaport1:23000/tu inovaport2:23001/tu inovaport3:23002/tu
inovaport4:23003/tu inovaport5:23004/tu inovaport6:23005/tu gntp:23053/t s102:23272/u 5afe-dir:23294/t
5afe-disc:23294/u elxmgmt:23333/tu novar-dbase:23400/tu novar-alarm:23401/tu novar-global:23402/tu aequus:23456/t
aequus-alt:23457/t areaguard-neo:23546/t med-ltp:24000/tu med-fsp-rx:24001/tu med-fsp-tx:24002/tu med-supp:24003/tu
med-ovw:24004/tu med-ci:24005/tu med-net-svc:24006/tu filesphere:24242/tu vista-4gl:24249/tu ild:24321/tu hid:24322/u
vrmg-ip:24323/t intel_rci:24386/tu tonidods:24465/tu binkp:24554/tu bilobit:24577/t bilobit-update:24577/u
udpstp:24601/u sdtvwcam:24666/t canditv:24676/tu flashfiler:24677/tu proactivate:24678/tu tcc-http:24680/tu
cslg:24754/t assoc-disc:24850/u find:24922/tu icl-twobase1:25000/tu icl-twobase2:25001/tu icl-twobase3:25002/tu
icl-twobase4:25003/tu icl-twobase5:25004/tu icl-twobase6:25005/tu icl-twobase7:25006/tu icl-twobase8:25007/tu
icl-twobase9:25008/tu icl-twobase10:25009/tu db2c-tls:25100/t rna:25471/s sauterdongle:25576/t idtp:25604/t
vocaltec-hos:25793/tu tasp-net:25900/tu niobserver:25901/tu nilinkanalyst:25902/tu niprobe:25903/tu bf-game:25954/u
bf-master:25955/u quake:26000/tu scscp:26133/tu wnn6-ds:26208/tu cockroach:26257/t ezproxy:26260/tu ezmeeting:26261/tu
k3software-svr:26262/tu k3software-cli:26263/tu exoline-tcp:26486/t exoline-udp:26486/u exoconfig:26487/tu
exonet:26489/tu flex-lmadmin:27010/t chlenix:27016/t mongodb:27017/t imagepump:27345/tu jesmsjc:27442/tu
kopek-httphead:27504/tu ars-vista:27782/tu astrolink:27876/t tw-auth-key:27999/tu nxlmd:28000/tu pqsp:28001/t
gruber-cashreg:28010/t thor-engine:28080/t a27-ran-ran:28119/u voxelstorm:28200/tu siemensgsm:28240/tu bosswave:28589/t
saltd-licensing:29000/t sgsap:29118/s otmp:29167/tu sbcap:29168/s iuhsctpassoc:29169/s bingbang:29999/t ndmps:30000/t
pago-services1:30001/tu pago-services2:30002/tu amicon-fpsu-ra:30003/tu amicon-fpsu-s:30004/u rwp:30100/ts
kingdomsonline:30260/tu gs-realtime:30400/t samsung-disc:30832/u dilithium3:30939/tu ovobs:30999/tu ka-kdp:31016/u
ka-sddp:31016/t autotrac-acp:31020/t yawn:31029/u eldim:31337/tu pace-licensed:31400/t xqosd:31416/tu tetrinet:31457/tu
lm-mon:31620/tu dsx_monitor:31685/t gamesmith-port:31765/tu iceedcp_tx:31948/tu iceedcp_rx:31949/tu
iracinghelper:32034/tu t1distproc60:32249/tu plex:32400/t apm-link:32483/tu sec-ntb-clnt:32635/tu DMExpress:32636/tu
filenet-powsrm:32767/tu filenet-tms:32768/tu filenet-rpc:32769/tu filenet-nch:32770/tu filenet-rmi:32771/tu
filenet-pa:32772/tu filenet-cm:32773/tu filenet-re:32774/tu filenet-pch:32775/tu filenet-peior:32776/tu
filenet-obrok:32777/tu mlsn:32801/tu retp:32811/t idmgratm:32896/tu wg-endpt-comms:33000/t mysqlx:33060/t
aurora-balaena:33123/tu diamondport:33331/tu dgi-serv:33333/t speedtrace:33334/t speedtrace-disc:33334/u
traceroute:33434/tu mtrace:33435/u snip-slave:33656/tu digilent-adept:33890/t turbonote-2:34249/tu p-net-local:34378/tu
p-net-remote:34379/tu dhanalakshmi:34567/t edi_service:34567/u profinet-rt:34962/tu profinet-rtm:34963/tu
profinet-cm:34964/tu profinet-cm-sec:34965/tu profinet-rt-sec:34966/u ethercat:34980/tu heathview:35000/t
rt-viewer:35001/tu rt-sound:35002/t rt-devicemapper:35003/t rt-classmanager:35004/tu rt-labtracker:35005/t
rt-helper:35006/t axio-disc:35100/tu kitim:35354/t altova-lm:35355/t altova-lm-disc:35355/u guttersnex:35356/t
openstack-id:35357/t allpeers:36001/tu wlcp:36411/u s1-control:36412/s x2-control:36422/s slmap:36423/s nq-ap:36424/s
m2ap:36443/s m3ap:36444/s xw-control:36462/s febooti-aw:36524/t observium-agent:36602/t mapx:36700/t
kastenxpipe:36865/tu 3gpp-w1ap:37472/s neckar:37475/tu gdrive-sync:37483/t eftp:37601/t unisys-eportal:37654/tu
ivs-database:38000/t ivs-insertion:38001/t cresco-control:38002/t crescoctrl-disc:38002/u galaxy7-data:38201/tu
fairview:38202/tu agpolicy:38203/tu ng-control:38412/s xn-control:38422/s e1-interface:38462/s f1-control:38472/s
psqlmws:38638/t sruth:38800/t secrmmsafecopya:38865/t vroa:39063/t turbonote-1:39681/tu safetynetp:40000/tu
k-patentssensor:40023/u sptx:40404/t cscp:40841/tu csccredir:40842/tu csccfirewall:40843/tu ortec-disc:40853/u
fs-qos:41111/tu tentacle:41121/t z-wave-s:41230/tu crestron-cip:41794/tu crestron-ctp:41795/tu crestron-cips:41796/t
crestron-ctps:41797/t candp:42508/tu candrp:42509/tu caerpc:42510/tu curiosity:42999/t recvr-rc:43000/t
recvr-rc-disc:43000/u reachout:43188/tu ndm-agent-port:43189/tu ip-provision:43190/tu noit-transport:43191/t
shaperai:43210/t shaperai-disc:43210/u hmip-routing:43438/u eq3-config:43439/u eq3-update:43439/t ew-disc-cmd:43440/u
ew-mgmt:43440/t ciscocsdb:43441/tu z-wave-tunnel:44123/t pmcd:44321/tu pmproxy:44322/tu pmwebapi:44323/t
cognex-dataman:44444/t acronis-backup:44445/t domiq:44544/u rbr-debug:44553/tu asihpi:44600/u EtherNet/IP-2:44818/tu
m3da:44900/t m3da-disc:44900/u asmp:45000/t asmp-mon:45000/u asmps:45001/t rs-status:45002/t synctest:45045/t
invision-ag:45054/tu witsnet:45185/tu cloudcheck:45514/t cloudcheck-ping:45514/u eba:45678/tu dai-shell:45824/t
qdb2service:45825/tu ssr-servermgr:45966/tu inedo:46336/t spremotetablet:46998/t mediabox:46999/tu mbus:47000/tu
winrm:47001/t jvl-mactalk:47100/u dbbrowse:47557/tu directplaysrvr:47624/tu ap:47806/tu bacnet:47808/tu
presonus-ucnet:47809/u nimcontroller:48000/tu nimspooler:48001/tu nimhub:48002/tu nimgtw:48003/tu nimbusdb:48004/t
nimbusdbctrl:48005/t juka:48048/t 3gpp-cbsp:48049/t weandsf:48050/t isnetserv:48128/tu blp5:48129/tu
com-bardac-dw:48556/tu iqobject:48619/tu robotraconteur:48653/tu matahari:49000/t nusdp-disc:49001/u nusrp:49001/t
inspider:49150/t
`;
