import type { Stage } from './journeys.ts'
import type { Platform } from './platform.ts'
import { signIn } from './user.ts'

type TextFault = Parameters<Platform['sandbox']['fault']>[0]

/** A text with a code where the deployment has two vendors of texts: what goes wrong, and what its holder is told then. */
type TextJourney = { name: string; fault: Omit<TextFault, 'times' | 'subject'>; told: string }

const textJourneys: readonly TextJourney[] = [
  {
    name: 'the first vendor of texts refuses us, the other sends',
    fault: { target: 'tencent_sms', mode: 'insufficient_balance' },
    told: 'sent delivered',
  },
  {
    name: 'the answer of the vendor of texts gets lost, and the text arrives',
    fault: { target: 'tencent_sms', mode: 'executed_then_500' },
    told: 'possibly_sent delivered',
  },
  {
    name: 'the phone is off',
    fault: { target: 'tencent_sms', mode: 'phone_off' },
    told: 'sent unreachable',
  },
]

/** How long a vendor is passed that gave trouble. */
const PASSED = '6m'

/** Asks for a code, and then what became of its text; signs in by it where it arrived. */
const travel = async ({ platform, step }: Stage, { fault }: TextJourney, phone: string): Promise<string> => {
  await platform.sandbox.fault({ ...fault, times: 1, subject: phone })
  const { status, smsCodeId } = await platform.shiming.smsCodes.send(phone)
  step(`asked for a code: ${status}`)
  await platform.pass('2s')
  const report = await platform.shiming.smsCodes.report(phone, smsCodeId)
  step(`what became of it: ${report.status}${report.reason === null ? '' : `, ${report.reason}`}`)
  await platform.pass(PASSED)
  if (report.status === 'delivered') await signIn(platform, phone)
  return `${status} ${report.reason ?? report.status}`
}

/** Drives the ways of texts, each with a number of its own; answers whether everybody was told what is so. */
export const textsHold = async (
  stage: Stage,
  phone: () => Promise<string>,
  say: (line: string) => void,
): Promise<boolean> => {
  let held = true
  for (const journey of textJourneys) {
    say(`\n${journey.name}`)
    const told = await travel(stage, journey, await phone())
    held &&= told === journey.told
    say(`${journey.name}: ${told} ${told === journey.told ? 'ok' : 'WRONG'}`)
  }
  return held
}
