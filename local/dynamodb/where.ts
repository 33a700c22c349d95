import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { ForPeople } from '../../shared/command/for-people.ts'

/** There is no DynamoDB to run; the message is one line for people. */
export class DatabaseMissing extends ForPeople {
  override readonly name = 'DatabaseMissing'
}

/** The DynamoDB of an engine: a program it starts itself on a file of its data folder, or one that somebody started. */
export type Where = { program: string } | { endpoint: string; port: number }

/** The machine this runs on, as Node names it, and what the environment says. */
type Machine = Pick<NodeJS.Process, 'platform' | 'arch'> & { env: NodeJS.ProcessEnv }

const MANUAL = 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html'

const toInstall = ({ platform, arch }: Machine): string =>
  `No table emulator comes with the packages for ${platform}-${arch}: start DynamoDB Local, by docker run -p 127.0.0.1:8000:8000 amazon/dynamodb-local, or by java -jar DynamoDBLocal.jar -inMemory (${MANUAL}), and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000`

/** The emulator comes as a package of its own for each platform. */
const programFor = ({ platform, arch }: Machine): string | undefined => {
  try {
    const manifest = createRequire(import.meta.url).resolve(`@dynoxide/${platform}-${arch}/package.json`)
    const file = join(dirname(manifest), 'dynoxide')
    return existsSync(file) ? file : undefined
  } catch {
    return undefined
  }
}

const LOOPBACK = ['127.0.0.1', 'localhost']

/** Tables hold what nobody else may see, and an engine empties them: only what is on this machine will do. */
const startedBySomebody = (endpoint: string): Where => {
  const url = URL.parse(endpoint)
  if (url?.protocol !== 'http:' || !LOOPBACK.includes(url.hostname) || url.pathname !== '/')
    throw new DatabaseMissing(
      `DYNAMODB_ENDPOINT must be http, on this machine and without a path, as http://127.0.0.1:8000, not ${endpoint}`,
    )
  return { endpoint, port: Number(url.port || 80) }
}

/** Which DynamoDB is used: the one that DYNAMODB_ENDPOINT names, else the one of the packages. Throws DatabaseMissing with what to install. */
export const databaseHere = (machine: Machine = process): Where => {
  const { DYNAMODB_ENDPOINT } = machine.env
  if (DYNAMODB_ENDPOINT) return startedBySomebody(DYNAMODB_ENDPOINT)
  const program = programFor(machine)
  if (program === undefined) throw new DatabaseMissing(toInstall(machine))
  return { program }
}

/** Whether the tables are in a file of the data folder. Throws DatabaseMissing. */
export const hasOwnFile = (): boolean => 'program' in databaseHere()

/** One line about a DynamoDB that somebody started; undefined where it is the usual one. Throws DatabaseMissing. */
export const databaseNotice = (): string | undefined => {
  const where = databaseHere()
  return 'endpoint' in where
    ? `Tables are in the DynamoDB at ${where.endpoint}, and last as long as that keeps them`
    : undefined
}
