// The requests by which the server asks its client for files of the workspace: names, parameters, answers.

/** A rules file or a set file as it is found, before it is read. */
export interface FoundFile {
  readonly uri: string;
  /** Of its text, in bytes. */
  readonly size: number;
  /** When it was last written. Another number where its text may be another. */
  readonly changed: number;
}

/** Each request with what it is asked with and what it is answered. */
export interface FileRequests {
  /** The files in a folder of the workspace, and where `below` says so in those below it, too. */
  'iptables/findFiles': {
    readonly params: { readonly folder: string; readonly below: boolean };
    readonly answer: { readonly files: readonly FoundFile[] };
  };
  /** The text of one of them, or of a configuration file of the workspace; null where it cannot be read. */
  'iptables/readFile': {
    readonly params: { readonly uri: string };
    readonly answer: { readonly text: string | null };
  };
}
