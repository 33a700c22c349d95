import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The assembly of the sandbox that starting has left in a copy of the repository. */
export const assemblyIn = async (copy: string): Promise<string> => {
  const build = join(copy, '.build')
  const [found] = (await readdir(build)).filter((name) => /^assembly-[0-9a-f]+$/.test(name))
  if (!found) throw new Error(`there is no assembly in ${build}`)
  return join(build, found)
}
