import { type ChildProcess, spawn } from 'node:child_process'
import { pathOf } from '../docs/repository.ts'

/** The sample app as its own clients see it. */
export type App = {
  send(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<Response>
  stop(): void
}

type Running = {
  child: ChildProcess
  lines: () => string
  until(pattern: RegExp): Promise<string>
  ended: Promise<number>
}

/** Runs a program of examples/ with an environment of its own; what it prints, and how it ends. */
export const run = (command: string, args: readonly string[], env: Record<string, string>): Running => {
  let printed = ''
  let look = (): void => undefined
  const child = spawn(command, args, { cwd: pathOf('.'), env: { PATH: process.env.PATH, ...env } })
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      look()
    })
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? -1)))
  const until = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      look = () => {
        const [found] = pattern.exec(printed) ?? []
        if (found) resolve(found)
      }
      look()
      void ended.then(() => reject(new Error(`it ended, having printed: ${printed}`)))
    })
  return { child, lines: () => printed, until, ended }
}

/** A server of examples/ on a port of its own. */
export const serverApp = async (file: string, env: Record<string, string>): Promise<App> => {
  const { child, until } = run(process.execPath, [pathOf(`examples/${file}`)], { ...env, PORT: '0' })
  const url = await until(/http:\/\/127\.0\.0\.1:\d+/)
  return {
    send: (method, path, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body }),
      }),
    stop: () => void child.kill(),
  }
}
