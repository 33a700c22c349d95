import { createPublicKey, verify } from 'node:crypto'
import type { CertificateStatement } from '../../clients/typescript/src/faces/certificates.ts'
import { moveCertificateRoute } from '../../functions/certificates/operator.route.ts'
import { decideReviewRoute, nextReviewRoute } from '../../functions/review/operator.route.ts'
import { type Applying, appOfPerson, certify, confirmByPicture, payFee, sendIn } from './certification.ts'
import type { ConsoleStage } from './console.ts'
import { operatorAt } from './operator.ts'
import type { Platform } from './platform.ts'
import { credentialsFor, type Person, signIn, type User } from './user.ts'

/** What is told of an id is a minute old at most. */
const FRESH = '61s'

/** A walk through the life of a certificate: who has it, and what was found wrong. */
type Walk = { stage: ConsoleStage; person: Person; id: string; of: Applying; wrong: string[] }

const part = (text = ''): Buffer => Buffer.from(text, 'base64url')

/** Whether a statement was signed by one of those keys, as anybody finds out who has them: nobody is asked. */
const isSigned = (signed: string, keys: readonly { kid: string; kty: string; crv: string; x: string; y: string }[]) => {
  const [head, body, signature] = signed.split('.')
  const { kid } = JSON.parse(part(head).toString()) as { kid: string }
  const jwk = keys.find((one) => one.kid === kid)
  if (!jwk) return false
  const key = createPublicKey({ key: { ...jwk }, format: 'jwk' })
  return verify('sha256', Buffer.from(`${head}.${body}`), { key, dsaEncoding: 'ieee-p1363' }, part(signature))
}

const expects = ({ stage: { step }, wrong }: Walk, what: string, found: string, wanted: string): void => {
  step(`${what}: ${found}`)
  if (found !== wanted) wrong.push(`${what}: ${found}, not ${wanted}`)
}

/** What page, badge and gate say of it, which is one word. */
const looksAt = async (walk: Walk, when: string, wanted: string): Promise<CertificateStatement> => {
  const { platform } = walk.stage
  await platform.pass(FRESH)
  const { certificates } = platform.shiming
  const statement = await certificates.get(walk.id)
  const badge = await (await fetch(`${platform.url}/v1/certificates/${walk.id}/badge?lang=en`)).text()
  const gate = await platform.shiming.withSession(walk.of.user.token).gate.certified(walk.of.app)
  const painted = badge.includes('Certified') ? 'valid' : (/suspended|expired|revoked/.exec(badge)?.[0] ?? 'unknown')
  const { keys } = await certificates.keys()
  const proof = isSigned(statement.signed, keys) ? 'signed' : 'not signed'
  expects(walk, when, [statement.answer, painted, gate.status, proof].join(' '), `${wanted} ${wanted} ${wanted} signed`)
  return statement
}

/** One application for the app, from sending it in until people certify it. */
const certifyAnew = async (stage: ConsoleStage, person: Person, of: Applying, reviewer: string): Promise<void> => {
  const { platform } = stage
  const { id } = await sendIn(platform, of)
  await platform.pass(FRESH)
  await confirmByPicture(platform, of.user, id, person.idNumber)
  await payFee(platform, of.user, id)
  await certify(platform, await operatorAt(stage, reviewer, 'reviewer'))
}

/** Somebody reports that it is misused, and people agree. */
const uphold = async ({ stage: { platform, step }, id }: Walk, token: string): Promise<void> => {
  await platform.shiming.certificates.report(id, {
    reason: 'not_this_app',
    words: '另一个网站放了这个应用的认证标志。',
  })
  const { review } = await platform.must(nextReviewRoute, { token, body: { kind: 'certificate_report' } })
  if (!review) throw new Error('no report waits for people')
  const checked = review.choices.checklist.map(({ word }) => word)
  const body = { verdict: 'approved', checked, note: '已核对被举报的页面' } as const
  await platform.must(decideReviewRoute, { token, params: { id: review.id }, body })
  step('somebody who is not asked who they are reports it, and people agree')
}

const reinstate = async ({ stage: { platform, step }, id }: Walk, token: string): Promise<void> => {
  const body = { move: 'reinstate', reason: 'remedied', words: '该网站已撤下标志。' } as const
  await platform.must(moveCertificateRoute, { token, params: { id }, body })
  step('an operator lifts that: what it was for is gone')
}

/** A number that was idle for so long takes the last four of the ID number, too. */
const signInLater = async (platform: Platform, { phone, idNumber }: Person): Promise<User> => {
  const credentials = { ...(await credentialsFor(platform, phone)), idLastFour: idNumber.slice(-4) }
  const { token = '', account } = await platform.shiming.sessions.create(credentials)
  return { token, accountId: account.id, phone }
}

/** Within ninety days of its end the same app is certified anew, for the same person: a year more, and the same id. */
const renew = async (walk: Walk, before: string): Promise<Walk> => {
  const { stage, person, of } = walk
  const { platform, step } = stage
  await platform.pass('280d')
  const user = await signInLater(platform, person)
  const later = { ...walk, of: { ...of, user } }
  const { renewal } = await platform.shiming.withSession(user.token).certificates.ofApp(of.app)
  expects(later, 'eighty-five days before its end it can be renewed', String(renewal?.isOpen), 'true')
  await platform.pass(FRESH)
  await certifyAnew(stage, person, later.of, 'zhao-renews')
  const { validUntil } = await platform.shiming.certificates.get(walk.id)
  const days = Math.round((Date.parse(String(validUntil)) - Date.parse(before)) / 86_400_000)
  step(`it counts until ${validUntil}`)
  expects(later, 'days that it counts longer', String(days), '365')
  return later
}

/**
 * W7 the life of a certificate: issued with the certification, checked by anybody and without asking anybody, reported and suspended, reinstated, renewed
 * within its last ninety days, and over at its end. Answers whether page, badge and gate said the same each time, and what they had to. More than a year passes.
 */
export const certificatesHold = async (
  stage: ConsoleStage,
  person: Person,
  say: (line: string) => void,
): Promise<boolean> => {
  say('\nthe certificate of an app')
  const { platform, step } = stage
  await platform.pass('61m')
  const user = await signIn(platform, person.phone)
  await platform.pass(FRESH)
  const of = await appOfPerson(platform, user, '竹里馆诗社')
  await certifyAnew(stage, person, of, 'zhao-issues')
  const { certificate } = await platform.shiming.withSession(user.token).apps.get(of.app)
  const walk: Walk = { stage, person, id: String(certificate), of, wrong: [] }
  step(`the app has the certificate ${certificate}: ${platform.url}/certificates/${certificate}`)
  const first = await looksAt(walk, 'issued', 'valid')
  expects(walk, 'of its administrator is shown', `${first.subject?.kind} ${first.subject?.name}`, 'individual null')
  const reviewer = await operatorAt(stage, 'zhao-suspends', 'reviewer')
  await uphold(walk, reviewer.token)
  await looksAt(walk, 'suspended', 'suspended')
  await reinstate(walk, reviewer.token)
  await looksAt(walk, 'reinstated', 'valid')
  const renewed = await renew(walk, String(first.validUntil))
  await looksAt(renewed, 'renewed', 'valid')
  await platform.pass('450d')
  await platform.pass(FRESH)
  await looksAt(
    { ...renewed, of: { ...of, user: await signInLater(platform, person) } },
    'over a year later',
    'expired',
  )
  for (const line of walk.wrong) say(`WRONG: ${line}`)
  return walk.wrong.length === 0
}
