import { ShimingProblem } from '../../clients/typescript/src/index.ts'
import type { Stage } from './journeys.ts'
import { signIn } from './user.ts'

/** A desktop shows a code: who scans it, what they decide, and how that ends for the desktop. */
type ScanJourney = { name: string; decides: 'confirm' | 'refuse' | 'nothing'; ends: string }

const scanJourneys: readonly ScanJourney[] = [
  { name: 'the QR code of a desktop is confirmed on a phone', decides: 'confirm', ends: 'signed in' },
  { name: 'the QR code of a desktop is refused on the phone', decides: 'refuse', ends: 'scan_over' },
  { name: 'the QR code of a desktop is scanned, and nobody decides', decides: 'nothing', ends: 'scan_over' },
]

/** As long as a code is good. */
const LIFE = '3m'

/** Two devices: the desktop has nothing but what it was given, and the phone its session and what it saw. */
const travel = async ({ platform, step }: Stage, { decides }: ScanJourney, token: string): Promise<string> => {
  const { shiming } = platform
  const { url, deskToken = '' } = await shiming.scans.open({ purpose: 'sign_in' })
  const code = new URL(url).hash.slice(1)
  const { expiresAt } = await shiming.scans.look(code)
  step(`scanned; it is good until ${expiresAt}`)
  const phone = shiming.withSession(token)
  const desktop = shiming.scans.desktop({ deskToken })
  if (decides === 'nothing') await platform.pass(LIFE)
  else step(`on the phone: ${(await phone.scans.decide({ code, decision: decides })).decision}`)
  try {
    const [first, again] = [await desktop.redeem(), await desktop.redeem()]
    const { id } = await shiming.withSession(first).account.get()
    const isOne = first.token === again.token && id === (await phone.account.get()).id
    return isOne ? 'signed in' : 'signed in as somebody else'
  } catch (error) {
    if (error instanceof ShimingProblem) return error.code
    throw error
  }
}

/** Whoever is in at a desktop goes on on a phone, which the desktop then sends away. */
const goOn = async ({ platform, step }: Stage, token: string): Promise<boolean> => {
  const { shiming } = platform
  const desktop = shiming.withSession(token)
  const { url, deskToken = '' } = await desktop.scans.open({ purpose: 'continue', returnPath: '/document' })
  const code = new URL(url).hash.slice(1)
  const { account } = await shiming.scans.look(code)
  const entered = await shiming.scans.enter({ code })
  step(`the phone was asked about ${account?.phone}, and goes on at ${entered.returnPath}`)
  const phone = shiming.withSession(entered)
  const isSame = (await phone.account.get()).id === (await desktop.account.get()).id
  const { taken } = await shiming.scans.desktop({ deskToken }).get()
  await desktop.sessions.end(taken?.session ?? '')
  const isOut = await phone.account.get().then(
    () => false,
    (error: unknown) => error instanceof ShimingProblem && error.code === 'unauthenticated',
  )
  step(`the desktop sent it away${isSame && isOut ? '' : ': WRONG'}`)
  return isSame && isOut
}

/** Signs a desktop in by a code that a phone scans, or does not, and goes on on a phone; answers whether all ended as it must. */
export const scansHold = async (stage: Stage, phone: string, say: (line: string) => void): Promise<boolean> => {
  const { token } = await signIn(stage.platform, phone)
  let held = true
  for (const journey of scanJourneys) {
    say(`\n${journey.name}`)
    const ended = await travel(stage, journey, token)
    stage.step(`the desktop: ${ended}${ended === journey.ends ? '' : ': WRONG'}`)
    held &&= ended === journey.ends
  }
  say('\nwhoever is in at a desktop goes on on a phone')
  return (await goOn(stage, token)) && held
}
