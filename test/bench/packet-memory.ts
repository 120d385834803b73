// Owns the measuring of what the analysis of packets keeps, by a process of its own that does nothing else.
import { packetFindingSteps } from '../../server/src/lint/lint-file.ts';
import { RulesFile } from '../../server/src/ruleset/rules-file.ts';
import { zonesFile } from './zones.ts';

const file = new RulesFile(zonesFile(Number(process.argv[2])));
for (const _ of packetFindingSteps(file));
// Bytes, on one line; the file is still needed, so it is still there.
console.log(process.memoryUsage().rss, file.lineCount);
