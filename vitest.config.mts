// Owns how vitest runs the tests outside VS Code: which files, and how long a test may take.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/{unit,corpus,properties,lsp,oracle,layers,scripts}/**/*.test.ts',
      '{client,server}/src/**/*.test.ts',
    ],
    setupFiles: ['test/support/seed.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Real processes (iptables, the stdio server) make a test slow, not wrong.
    slowTestThreshold: 2000,
  },
});
