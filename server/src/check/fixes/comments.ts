// Comments where the loader takes none.

import { type Fixer, insertLines, replaceColumns } from '../fix.ts';

/** `-A INPUT -j ACCEPT # why` becomes `# why` above the rule. */
export const moveCommentUp: Fixer = (file, finding) => {
  const text = file.lines.line(finding.line);
  const rule = text.substring(0, finding.start).trimEnd();
  return [
    {
      title: 'Move the comment to its own line above',
      edits: [
        insertLines(file, finding.line, [text.substring(finding.start).trimEnd()]),
        replaceColumns(finding.line, rule.length, text.length, ''),
      ],
      preferred: true,
      safe: true,
    },
  ];
};

/** Takes the blanks before the first word away. */
export const unindent: Fixer = (_file, finding) => [
  {
    title: 'Move it to the first column',
    edits: [replaceColumns(finding.line, 0, finding.start, '')],
    preferred: true,
    safe: true,
  },
];
