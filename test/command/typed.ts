import { shiming } from '../../local/command/shiming.ts'

/** How a command line ended, and what it printed. */
export type Ended = { code: number; out: string; err: string }

type Options = { env?: NodeJS.ProcessEnv; isWatched?: boolean; stopped?: AbortSignal; told?: (text: string) => void }

/** Runs `npx shiming` with this command line in this process. `told`: hears standard error as it is written. */
export const typed = async (args: readonly string[], options: Options = {}): Promise<Ended> => {
  const { env = {}, isWatched = false, stopped = new AbortController().signal, told } = options
  let [out, err] = ['', '']
  const code = await shiming({
    args,
    env,
    isWatched,
    untilStopped: () => stopped,
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
      told?.(text)
    },
  })
  return { code, out, err }
}
