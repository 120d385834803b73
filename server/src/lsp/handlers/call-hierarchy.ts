// textDocument/prepareCallHierarchy, callHierarchy/incomingCalls and callHierarchy/outgoingCalls

import { callHierarchyItemAt, incomingCallSteps, outgoingCallSteps } from '../../features/call-hierarchy.ts';
import type { Handler } from '../handler.ts';
import { inSlices } from '../slices.ts';

export const callHierarchy: Handler = {
  capability: { callHierarchyProvider: true },
  register({ connection, document }) {
    const { callHierarchy } = connection.languages;
    callHierarchy.onPrepare(async ({ textDocument: { uri }, position }) => {
      const open = await document(uri);
      const item = open && callHierarchyItemAt(open.rules, uri, position);
      return item ? [item] : null;
    });
    callHierarchy.onIncomingCalls(async ({ item }, token) => {
      const open = await document(item.uri);
      return open ? inSlices(open, token, (rules) => incomingCallSteps(rules, item)) : null;
    });
    callHierarchy.onOutgoingCalls(async ({ item }, token) => {
      const open = await document(item.uri);
      return open ? inSlices(open, token, (rules) => outgoingCallSteps(rules, item)) : null;
    });
  },
};
