import { journeys, type Stage, travel } from './journeys.ts'
import { credentialsFor, messageToken, type Person, pushplusSend, signIn } from './user.ts'

const SENT = 200
const NOT_VERIFIED = 905

/**
 * Somebody who was verified loses the number half a year later: the platform looks by itself, and what the number proved ends. Answers
 * whether sending was open before and is shut after.
 */
export const recycledHolds = async (
  { platform, step }: Stage,
  person: Person,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\nthe carrier gives the number to somebody else')
  const [journey] = journeys
  if (!journey) throw new Error('there is no journey')
  await travel({ platform, step }, journey, person)
  // A number gets a code a minute.
  await platform.pass('2m')
  const token = await messageToken(platform, await signIn(platform, person.phone))
  const before = await pushplusSend(platform, token, 'while the number is theirs')
  const { phone: subject } = person
  await platform.sandbox.fault({ target: 'alibaba_cloudauth', mode: 'number_recycled', times: 1, subject })
  await platform.pass('181d')
  const after = await pushplusSend(platform, token, 'when it is somebody else’s')
  // A number that was idle for so long takes the last four of the ID number, too.
  const credentials = { ...(await credentialsFor(platform, person.phone)), idLastFour: person.idNumber.slice(-4) }
  const { token: now = '' } = await platform.shiming.sessions.create(credentials)
  const { lowered } = await platform.shiming.withSession(now).account.level()
  step(`the level went from ${lowered?.from} to ${lowered?.to}: ${lowered?.because}, mended on ${lowered?.page}`)
  const held = before === SENT && after === NOT_VERIFIED && lowered?.because === 'number_recycled'
  step(`sending answered ${before}, and ${after} half a year later${held ? '' : ': WRONG'}`)
  return held
}
