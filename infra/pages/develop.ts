import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { onOff, wholeNumber, words } from '../../shared/command/flags.ts'
import { runCommand } from '../../shared/command/run-command.ts'

const ROOT = join(import.meta.dirname, '../..')

const webCommand = {
  call: 'npm run web',
  does: 'Serves the pages from their sources, and shows every change at once. /gallery/ has every control in every state.',
  flags: {
    port: wholeNumber('where', { from: 1, to: 65_535, byDefault: 5173 }),
    console: onOff('the console of operators, at /console'),
    engine: words('the running engine that the pages call', {
      what: 'an address',
      value: 'http://127.0.0.1:4000',
      byDefault: 'http://127.0.0.1:4000',
    }),
  },
}

await runCommand(webCommand, async ({ flags: { port, engine, console: isConsole } }) => {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const options = ['--config', 'web/vite.config.ts', '--port', String(port)]
  const env = { ...process.env, SHIMING: engine, PAGES: isConsole ? 'console' : 'user' }
  const child = spawn(process.execPath, [vite, ...options], { cwd: ROOT, stdio: 'inherit', env })
  const [code] = await once(child, 'exit')
  return code ?? 0
})
