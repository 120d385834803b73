// iptables/fileStatus and iptables/declareFamily: what holds for a file, and the line by which it says its family.

import { declareFamily } from '../../features/edits/modeline.ts';
import type {
  DeclareFamilyParams,
  DocumentParams,
  EditsAnswer,
  FileStatusAnswer,
} from '../../features/edits/protocol.ts';
import type { Handler } from '../handler.ts';

export const fileStatus: Handler = {
  capability: {},
  register({ connection, document }) {
    connection.onRequest(
      'iptables/fileStatus',
      async ({ textDocument }: DocumentParams): Promise<FileStatusAnswer | null> => {
        const open = await document(textDocument.uri);
        if (!open) return null;
        const { backend, version } = open.rules.settings;
        return { ...open.familyVerdict, backend, version };
      },
    );
    connection.onRequest(
      'iptables/declareFamily',
      async ({ textDocument, family }: DeclareFamilyParams): Promise<EditsAnswer> => {
        const open = await document(textDocument.uri);
        return open ? { edits: declareFamily(open.rules, family) } : { edits: [] };
      },
    );
  },
};
