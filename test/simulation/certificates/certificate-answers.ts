import type { CertificateAnswer } from '../../../functions/certificates/certificate/certificate.ts'
import { askApp } from '../../../functions/certificates/gate/ask-app.ts'
import { askCertificate } from '../../../functions/certificates/showing/ask-certificate.ts'
import { badgeOf } from '../../../functions/certificates/showing/badge.ts'
import { showStatement } from '../../../functions/certificates/showing/statement-view.ts'
import { appOf } from '../../../functions/certification/apps/app-store.ts'
import { DAY, type Millis } from '../../../shared/kernel/time.ts'
import { codeOf, valueIn } from '../../kit.ts'
import type { ReviewWorld } from '../../review/fixture.ts'
import { certificatesIn } from './certificate-items.ts'

const words: Readonly<Record<string, CertificateAnswer>> = {
  已认证: 'valid',
  认证暂停: 'suspended',
  认证已撤销: 'revoked',
  认证已过期: 'expired',
  没有这份证书: 'unknown',
}

/** What a badge says, to people. */
const badgeSays = (svg: string): string => {
  const says = Object.keys(words).filter((word) => svg.includes(word))
  return says.map((word) => words[word]).join(' and ')
}

/** What an id is said to be now: page, JSON and badge, in the one answer that all three give. */
const publicAnswer = async (at: ReviewWorld, id: string) => {
  const asked = valueIn(await askCertificate(at, { typed: id, sourceIp: '203.0.113.9' }))
  const statement = showStatement(asked, at.time.now)
  return { statement, badge: badgeSays(badgeOf(asked, 'zh')) }
}

/** What the gate says of an app now, to the platform and to whoever administers it. */
const gateAnswer = async (at: ReviewWorld, appId: string) => {
  const answer = await askApp(at, { appId, caller: { platform: 'backend' } as never })
  return answer.ok ? answer.value : { status: codeOf(answer), certificate: null, validUntil: null }
}

/** Everything that anybody is answered of certificates at that moment, in lines, and where two of them differ. */
const answersAt = async (at: ReviewWorld, now: Millis): Promise<{ lines: string[]; faults: string[] }> => {
  const then: ReviewWorld = { ...at, time: { now }, clock: { now: () => now } }
  const items = at.table.items()
  const lines: string[] = []
  const faults: string[] = []
  for (const { id, appId } of certificatesIn(items)) {
    const { statement, badge } = await publicAnswer(then, id)
    const { answer, history } = statement
    lines.push(JSON.stringify([id, answer, badge, history, statement.validUntil]))
    if (badge !== answer) faults.push(`the page says ${answer}, and the badge ${badge}`)
    if (history.at(-1)?.status !== answer) faults.push(`${answer}, and its history ends ${history.at(-1)?.status}`)
    const app = items
      .filter(({ sk }) => sk === 'APP')
      .map(appOf)
      .find((one) => one.id === appId)
    const gate = app && (await gateAnswer(then, appId))
    if (gate?.certificate !== id) continue
    lines.push(JSON.stringify(gate))
    if (gate.status !== answer || gate.validUntil !== statement.validUntil)
      faults.push(
        `the page says ${answer} until ${statement.validUntil}, and the gate ${gate.status} until ${gate.validUntil}`,
      )
  }
  return { lines, faults }
}

/** The moments at which it is asked: now, and around the end of each. */
const clocksOf = (at: ReviewWorld): Millis[] => {
  const ends = certificatesIn(at.table.items()).flatMap(({ validUntil }) => [
    validUntil - 1,
    validUntil,
    validUntil + DAY,
  ])
  return [at.time.now, ...ends.filter((one) => one > at.time.now)]
}

/**
 * W7 asks everything of everybody before and after `sweep` has written down whatever was owed: at no clock do two answers differ, and none is another for being
 * written down.
 */
export const askedAround = async (at: ReviewWorld, sweep: () => Promise<void>): Promise<string[]> => {
  const clocks = clocksOf(at)
  const before = await Promise.all(clocks.map((now) => answersAt(at, now)))
  await sweep()
  const after = await Promise.all(clocks.map((now) => answersAt(at, now)))
  const changed = before.flatMap(({ lines }, nth) =>
    lines.join() === after[nth]?.lines.join()
      ? []
      : [`told otherwise once it is written down: ${lines} ${after[nth]?.lines}`],
  )
  return [...before, ...after].flatMap(({ faults }) => faults).concat(changed)
}
