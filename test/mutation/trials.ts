import { Worker } from 'node:worker_threads'
import type { TrialOf, Tried } from './trial.ts'

/** Modules of past rounds stay in memory. */
const ROUNDS_OF_A_THREAD = 150

const THREAD = new URL('./trial.ts', import.meta.url)

/** What ended a mutation that never ends by itself. */
const NEVER_ENDS: Tried = { noticedBy: 'it never ends' }

const answerOf = async (thread: Worker, text: string, patience: number): Promise<Tried> => {
  const { promise, resolve, reject } = Promise.withResolvers<Tried>()
  const timer = setTimeout(() => resolve(NEVER_ENDS), patience)
  thread.once('message', resolve)
  thread.once('error', reject)
  thread.postMessage(text)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    thread.removeListener('message', resolve)
    thread.removeListener('error', reject)
  }
}

/** Runs tests with texts in place of a source, in a thread that is replaced when one of them brings it down or never ends. */
export const trialsOf = (trial: TrialOf) => {
  let thread: Worker | undefined
  let rounds = 0
  const stop = async (): Promise<void> => {
    await thread?.terminate()
    thread = undefined
    rounds = 0
  }
  /** `patience`: for how long it may take, in ms. */
  const tryText = async (text: string, patience: number): Promise<Tried> => {
    if (rounds === ROUNDS_OF_A_THREAD) await stop()
    rounds += 1
    // Lambda runs in UTC. What tests print is about mutations.
    const env = { ...process.env, TZ: 'UTC' }
    thread ??= new Worker(THREAD, { workerData: trial, stdout: true, stderr: true, env })
    try {
      const tried = await answerOf(thread, text, patience)
      if (tried === NEVER_ENDS) await stop()
      return tried
    } catch (error) {
      await stop()
      return { noticedBy: 'it ends the process', title: String(error) }
    }
  }
  return { tryText, stop }
}
