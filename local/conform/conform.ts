import { both } from '../../shared/command/told.ts'
import { ban } from './cases/ban.ts'
import type { Case } from './cases/case.ts'
import { gate } from './cases/gate.ts'
import { type Check, judgeCase } from './cases/judging.ts'
import { outOfOrder } from './cases/order.ts'
import { refunds } from './cases/refunds.ts'
import { atOnce, replay } from './cases/repeats.ts'
import { oldTimestamp, rightSignature, rotation, wrongSignature } from './cases/signatures.ts'
import { slow } from './cases/slow.ts'
import { unknownType } from './cases/unknown-type.ts'
import { type Judged, type Report, verdictOf } from './report.ts'
import { isTaken } from './stage/exchange.ts'
import { publicKeyOf } from './stage/signing.ts'
import { openStage, type Stage, type Tried } from './stage/stage.ts'

/** By the numbers they have in the report. */
const cases: readonly Case[] = [
  rightSignature,
  wrongSignature,
  replay,
  oldTimestamp,
  outOfOrder,
  atOnce,
  gate,
  refunds,
  ban,
  unknownType,
  slow,
  rotation,
]

/** Those by which others tell come first: what an action is worth, and whether anything is taken. `slow` is last, as it looks back. */
const inOrderOfPlay = [gate, ...cases.filter((one) => one !== gate && one !== slow), slow]

/** Of a receiver that takes nothing only these can be told. */
const alone: readonly Case[] = [rightSignature, gate]

const nothingTaken: Check = {
  right: both('签名正确的投递应答复 2xx', 'a delivery that is signed rightly is answered 2xx'),
  verdict: 'hindered',
  because: both(
    '接收端没有接受任何签名正确的投递，先看用例 1',
    'the receiver took no delivery that was signed rightly; see case 1 first',
  ),
  exchanges: [],
}

const checksOf = async (stage: Stage, one: Case): Promise<readonly Check[]> =>
  alone.includes(one) || stage.deliveries.some(isTaken) ? judgeCase(stage, one.play) : [nothingTaken]

/**
 * M10: plays twelve cases against a receiver of webhooks and an action behind the gate, in the place of Shiming, which the app under
 * test finds on that port of this machine. `run` names the users of this run. Answers what was found; throws PortInUse, and
 * nothing for whatever the app does.
 */
export const conform = async (tried: Tried, at: { run: string; port: number }): Promise<Report> => {
  const stage = await openStage(tried, at)
  try {
    const judged = new Map<Case, Judged>()
    for (const one of inOrderOfPlay) {
      const checks = await checksOf(stage, one)
      const number = cases.indexOf(one) + 1
      judged.set(one, { number, id: one.id, title: one.title, verdict: verdictOf(checks), checks })
    }
    return {
      ...{ webhook: tried.webhook, gate: tried.gate, state: tried.state },
      ...{ shiming: stage.api.url, unplayed: [...stage.api.unplayed] },
      publicKeys: tried.secrets.flatMap((secret) => (secret === undefined ? [] : [publicKeyOf(secret)])),
      cases: cases.flatMap((one) => judged.get(one) ?? []),
    }
  } finally {
    await stage.close()
  }
}
