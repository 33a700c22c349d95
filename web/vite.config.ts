import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

/** Whose pages: of users, or the console of operators. Each is built by itself, into files of other names. */
const whose = process.env.PAGES === 'console' ? 'console' : 'user'
const BOOT = 'boot.js'

/** A classic script, so that it runs where modules are unknown; before the style sheet, so that the first paint has the chosen theme. */
const bootScript = (): Plugin => {
  let address = `/${BOOT}`
  return {
    name: 'boot script',
    buildStart() {
      if (this.environment.mode !== 'build') return
      const source = readFileSync(join(import.meta.dirname, 'shared', BOOT), 'utf8')
      const reference = this.emitFile({ type: 'asset', name: BOOT, source })
      address = `/${this.getFileName(reference)}`
    },
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: address }, injectTo: 'head-prepend' }],
  }
}

/** A running engine, whose API the pages call during development. */
const engine = process.env.SHIMING ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: join(import.meta.dirname, whose),
  publicDir: false,
  plugins: [react(), bootScript()],
  server: {
    host: '127.0.0.1',
    // The engine knows its own address only, and so must the cookie.
    proxy: Object.fromEntries(
      ['/v1', '/sandbox', '/_local'].map((path) => [path, { target: engine, changeOrigin: true }]),
    ),
  },
  build: {
    // Syntax of these is written; what they have not built in must not be used (web/tsconfig.json).
    target: ['chrome107', 'safari15', 'ios15'],
    // The policy of the pages allows no data: addresses for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // Sizes are judged by a test.
    reportCompressedSize: false,
    emptyOutDir: true,
    // Which files a page needs: infra/pages/load-ahead.ts.
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        ...(whose === 'console' && {
          entryFileNames: 'assets/console-[hash].js',
          chunkFileNames: 'assets/console-[name]-[hash].js',
          assetFileNames: 'assets/console-[name]-[hash][extname]',
        }),
        // A file for the first page, one for each other, and one for all that those share: a phone pays for every file that is asked
        // for, and behind HTTP/1.1 gets six at a time. The reader of HTML is heavy, and for the two pages with messages alone.
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], priority: 1 },
            {
              name: 'reading',
              test: /node_modules[\\/](?:htmlparser2|entities|dom\w+)[\\/]|messages[\\/]excerpt/,
              priority: 1,
            },
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
})
