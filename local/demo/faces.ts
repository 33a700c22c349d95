import type { Stage } from './journeys.ts'
import { codeToScan, type Person, scan, signIn, submit } from './user.ts'

/** A confirmation by face: what the person does at the vendor, how long passes, and how it ends; one that comes back is in `levels.ts`. */
type FaceJourney = { name: string; passes: boolean; waits: string; ends: string }

const faceJourneys: readonly FaceJourney[] = [
  {
    name: 'a face is confirmed and the browser never comes back',
    passes: true,
    waits: '11m',
    ends: 'confirmed',
  },
  { name: 'nobody goes to the page that takes a face', passes: false, waits: '3h', ends: 'expired' },
]

/** Has somebody verified; answers what they may call. */
const verifyPerson = async ({ platform }: Stage, person: Person) => {
  const user = await signIn(platform, person.phone)
  const { order } = await submit(platform, user, person, 'fee')
  await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
  await platform.pass('0s')
  return platform.shiming.withSession(user.token)
}

const travel = async (stage: Stage, { passes, waits }: FaceJourney, person: Person): Promise<string> => {
  const { platform, step } = stage
  const { faceChecks } = await verifyPerson(stage, person)
  const { consent } = await platform.shiming.faceTerms.get()
  const { id, status, page } = await faceChecks.open({ consent: { notice: consent.version, agreed: true } })
  step(`agreed to it apart, and began: ${status}`)
  if (passes) await platform.sandbox.face({ url: page?.url ?? '', deed: 'pass', times: 1 })
  await platform.pass(waits)
  const ended = await faceChecks.get(id)
  step(`${waits} later it is ${ended.status}`)
  return ended.status
}

/** Drives confirmations by face, each of a person of its own; answers whether each ended as it must, those swept among them. */
export const facesHold = async (
  stage: Stage,
  cast: () => Promise<Person>,
  say: (line: string) => void,
): Promise<boolean> => {
  let held = true
  for (const journey of faceJourneys) {
    say(`\n${journey.name}`)
    const ended = await travel(stage, journey, await cast())
    held &&= ended === journey.ends
    say(`${journey.name}: ${ended} ${ended === journey.ends ? 'ok' : 'WRONG'}`)
  }
  return held
}
