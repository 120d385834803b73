// Owns the programs that run an unpacked release with its own libraries, whatever the system has.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from '../lib/failure.mjs';
import { run } from '../lib/processes.mjs';

const BACKENDS = ['legacy', 'nft'];
const FAMILIES = ['iptables', 'ip6tables'];

/** The first file below `root` whose path fits, relative to it. */
function find(files, pattern, what) {
  const found = files.find((file) => pattern.test(file));
  if (found === undefined) throw new Failure(`Cannot make the programs: the packages hold no ${what}.`);
  return found;
}

/** The loader starts the program itself, as the kernel would with the system's. `$here` has no dirname: that would fork. */
function script({ loader, libraries, extensions, multi, name }) {
  return `#!/bin/sh
# ${name} with its own libraries, wherever this folder lies.
here=\${0%/*}/root
XTABLES_LIBDIR=$here/${extensions} exec "$here/${loader}" --library-path "${libraries.map((one) => `$here/${one}`).join(':')}" \\
  "$here/${multi}" ${name.replace(/-(?:legacy|nft)/, '')} "$@"
`;
}

/**
 * Writes `iptables-nft-restore`, `ip6tables-legacy-save` and the like into `folder`, over the packages in `folder/root`.
 * Throws unless they say that they are the version.
 */
export async function writePrograms(folder, version) {
  const files = await readdir(path.join(folder, 'root'), { recursive: true });
  const libraries = ['ld-linux', 'libxtables.so', 'libmnl.so'].map((name) =>
    path.dirname(find(files, new RegExp(`/[^/]*-linux-gnu[^/]*/${name}[^/]*$`), name)),
  );
  const what = {
    loader: find(files, /-linux-gnu[^/]*\/ld-linux[^/]*\.so\.\d+$/, 'loader'),
    libraries: [...new Set(libraries)],
    extensions: find(files, /-linux-gnu[^/]*\/xtables$/, 'extensions'),
  };
  for (const backend of BACKENDS) {
    const multi = find(files, new RegExp(`sbin/xtables-${backend}-multi$`), `xtables-${backend}-multi`);
    for (const family of FAMILIES)
      for (const work of ['', '-restore', '-save']) {
        const name = `${family}-${backend}${work}`;
        await writeFile(path.join(folder, name), script({ ...what, multi, name }), { mode: 0o755 });
      }
    const { output } = await run(path.join(folder, `iptables-${backend}-restore`), ['--version']);
    if (!output.includes(`v${version} `)) {
      throw new Failure(`Fetched iptables ${version}, but its program does not run here:\n${output.trim()}`);
    }
  }
}
