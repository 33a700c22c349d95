import { beforeEach, describe, expect, it } from 'vitest'
import { certificateKept, certificateMoved } from '../../../functions/certificates/certificate/certificate-store.ts'
import { afterEvent } from '../../../functions/certificates/certificate/standing.ts'
import { pageCase } from '../../../functions/certificates/desk/plan-case-of-page.ts'
import { readCertificate } from '../../../functions/certificates/desk/read-certificate.ts'
import { answerCase } from '../../../functions/review/asking/answer-case.ts'
import { appealCase } from '../../../functions/review/asking/appeal-case.ts'
import { listOwnCases, readOwnCase } from '../../../functions/review/asking/read-own-cases.ts'
import { withdrawCase } from '../../../functions/review/asking/withdraw-case.ts'
import { caseIdOf } from '../../../functions/review/case/case-id.ts'
import { decideCase } from '../../../functions/review/deciding/decide-case.ts'
import { takeClaim } from '../../../functions/review/deciding/take-claim.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import type { Applied } from '../../certification/applications/applying.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { decided, LIN, lettersTo, type ReviewWorld, WANG } from '../../review/fixture.ts'
import { certificateAt, certificateEventsOf, certified, certifiedAnew, standingAt } from '../certifying.ts'
import { caseNamed, certifiedAtDesk, deskWorld, dismissing, moves, reports, suspendingPage, upholding } from './desk.ts'

const UNKNOWN = '2222222222222222'

describe('W7 reports of a certificate', () => {
  let at: ReviewWorld
  let of: Applied
  let id: string
  beforeEach(async () => {
    ;({ at, of, id } = await certifiedAtDesk())
  })

  const openReport = () => certificateAt(at, of).openReport ?? ''
  const told = () => certificateEventsOf(at, of).slice(1)
  const reportsOf = async () => valueIn(await readCertificate(at, id)).reports

  it('come to one case for people, with words of which numbers of people are masked', async () => {
    valueIn(await reports(at, id))
    valueIn(await reports(at, id, { words: '打电话 13800138000 骗人', reason: 'fraud', sourceIp: '203.0.113.8' }))
    const all = await reportsOf()
    expect(all.map(({ reason }) => reason)).toEqual(['fraud', 'impostor'])
    expect(new Set(all.map(({ review }) => review))).toEqual(new Set([openReport()]))
    expect(caseNamed(at, openReport())).toMatchObject({ kind: 'certificate_report', subject: id, status: 'open' })
    expect(JSON.stringify(at.table.items())).not.toContain('13800138000 骗人')
    // From where is counted, as everywhere, and kept with none of it.
    const kept = at.table.items().filter(({ pk }) => !pk.startsWith('LIMIT#'))
    expect(JSON.stringify(kept)).not.toContain('203.0.113')
  })

  it('are of one case also where the first two come at once', async () => {
    const both = await Promise.all([reports(at, id), reports(at, id, { sourceIp: '203.0.113.8' })])
    expect(both.map(codeOf)).toEqual(['ok', 'ok'])
    expect(at.table.items().filter(({ kind }) => kind === 'certificate_report')).toHaveLength(1)
    expect(await reportsOf()).toHaveLength(2)
  })

  it('are nothing that whoever administers the app sees, hears of or touches', async () => {
    const before = lettersTo(at, of.user.accountId).length
    await reports(at, id)
    const [name, { accountId }] = [openReport(), of.user]
    const cases = valueIn(await listOwnCases(at, accountId, { limit: 20 })).reviews
    expect(cases.filter(({ kind }) => kind === 'certificate_report')).toEqual([])
    expect(codeOf(await readOwnCase(at, accountId, name))).toBe('not_found')
    expect(codeOf(await withdrawCase(at, accountId, name))).toBe('not_found')
    expect(codeOf(await answerCase(at, accountId, { name, text: '不是的' }))).toBe('not_found')
    valueIn(await decided(at, name, LIN, dismissing))
    expect(codeOf(await appealCase(at, accountId, { name, text: '不是的' }))).toBe('not_found')
    expect(codeOf(await readOwnCase(at, accountId, name))).toBe('not_found')
    expect(lettersTo(at, accountId).length).toBe(before)
    expect(certificateAt(at, of)).toMatchObject({ status: 'valid' })
    expect(certificateAt(at, of).openReport).toBeUndefined()
  })

  it('suspend it in the commit in which they are upheld, and not without', async () => {
    await reports(at, id)
    valueIn(await decided(at, openReport(), LIN, upholding))
    const kept = certificateAt(at, of)
    expect(kept).toMatchObject({ status: 'suspended', decided: { by: ['lin'], words: '经查证属实' } })
    expect(kept.openReport).toBeUndefined()
    expect(kept.steps.at(-1)?.reason).toBe('misuse')
    expect(told().map(({ type }) => type)).toEqual(['certification.suspended'])
    expect(String(lettersTo(at, of.user.accountId).at(-1)?.content)).toContain('经查证属实')
  })

  it('say false evidence where whoever decides says so', async () => {
    await reports(at, id)
    valueIn(await decided(at, openReport(), LIN, { ...upholding, reason: 'false_evidence' }))
    expect(certificateAt(at, of).steps.at(-1)?.reason).toBe('false_evidence')
  })

  it('begin another case once that is decided', async () => {
    await reports(at, id)
    const first = openReport()
    valueIn(await decided(at, first, LIN, dismissing))
    valueIn(await reports(at, id))
    expect(openReport()).not.toBe(first)
  })

  it('suspend nothing that has expired when they are decided, and what is renewed meanwhile', async () => {
    const expired = await certified(at, '夜航船', 1)
    const { id: other } = certificateAt(at, expired)
    await reports(at, id)
    await reports(at, other, { sourceIp: '203.0.113.8' })
    const [one, two] = [openReport(), certificateAt(at, expired).openReport ?? '']
    at.time.now = certificateAt(at, of).validUntil + DAY
    await certifiedAnew(at, of)
    valueIn(await decided(at, one, WANG, upholding))
    expect(standingAt(at, certificateAt(at, of)).status).toBe('suspended')
    expect(certificateAt(at, of).validUntil).toBeGreaterThan(at.time.now)
    valueIn(await decided(at, two, WANG, upholding))
    expect(standingAt(at, certificateAt(at, expired)).status).toBe('expired')
    expect(certificateAt(at, expired).openReport).toBeUndefined()
  })

  it('are decided as the certificate is in that very commit, if the clock or somebody renews it in between', async () => {
    await reports(at, id)
    const name = openReport()
    valueIn(await takeClaim(at, LIN, name))
    const { commit } = at.table
    const racing = {
      ...at,
      table: {
        ...at.table,
        commit: async (writes: Parameters<typeof commit>[0]) => {
          racing.table.commit = commit
          const before = certificateAt(at, of)
          const renewed = { ...before, validUntil: before.validUntil + DAY }
          const after = afterEvent(renewed, { on: 'renewed', at: at.time.now })
          await at.table.commit([certificateMoved(before, 'renewed', after, undefined)])
          return commit(writes)
        },
      },
    }
    const until = certificateAt(at, of).validUntil
    valueIn(await decideCase(racing, LIN, { name, ...upholding, note: '属实' }))
    expect(certificateAt(at, of)).toMatchObject({ status: 'suspended', validUntil: until + DAY })
    expect(certificateAt(at, of).steps.map(({ on }) => on)).toEqual(['issued', 'renewed', 'suspended'])
  })

  it('change nothing where an operator has suspended or revoked it meanwhile', async () => {
    await reports(at, id)
    await moves(at, id, { move: 'revoke', reason: 'false_evidence' })
    valueIn(await decided(at, openReport(), WANG, upholding))
    expect(certificateAt(at, of).steps.map(({ on }) => on)).toEqual(['issued', 'revoked'])
    expect(told()).toHaveLength(1)
  })

  it('are taken of what counts or is suspended, and of nothing that does not', async () => {
    await moves(at, id, {})
    expect(codeOf(await reports(at, id))).toBe('ok')
    await moves(at, id, { move: 'revoke', reason: 'misuse' })
    expect(codeOf(await reports(at, id))).toBe('certificate_not_in_force')
    const other = await certified(at, '夜航船', 1)
    at.time.now = certificateAt(at, other).validUntil
    expect(codeOf(await reports(at, certificateAt(at, other).id))).toBe('certificate_not_in_force')
  })

  it('are so many a day from one address, ids that are none among them, and of one certificate', async () => {
    for (let nth = 0; nth < 10; nth += 1)
      expect(codeOf(await reports(at, nth % 2 ? id : UNKNOWN))).not.toBe('too_often')
    expect(refusalOf(await reports(at, id)).retryAt).toBeGreaterThan(at.time.now)
    expect(codeOf(await reports(at, UNKNOWN))).toBe('too_often')
    expect(codeOf(await reports(at, id, { sourceIp: '198.51.100.1' }))).toBe('ok')
    at.time.now += DAY
    expect(codeOf(await reports(at, id))).toBe('ok')
    const few = deskWorld({ certificates: { reportsOfOnePerDay: 1 } })
    const mine = await certified(few)
    const { id: own } = certificateAt(few, mine)
    expect(codeOf(await reports(few, own))).toBe('ok')
    expect(codeOf(await reports(few, own, { sourceIp: '198.51.100.1' }))).toBe('too_often')
  })

  it('of a page that does not show it are another case, which suspends it or begins to count anew', async () => {
    const open = async () => {
      const before = certificateAt(at, of)
      const { caseId, writes } = pageCase(at.settings)({ now: at.time.now, ids: at.ids }, before)
      const looks = { at: at.time.now, misses: 3 }
      const after = { ...before, openPage: caseId, looks, page: { url: 'https://a.example', since: at.time.now } }
      await at.table.commit([...writes, certificateKept(before, after, undefined)])
      return caseId
    }
    valueIn(await decided(at, await open(), LIN, { verdict: 'refused', reason: 'shows_it', checked: [] }))
    expect(certificateAt(at, of)).toMatchObject({ status: 'valid', looks: { misses: 0 } })
    expect(certificateAt(at, of).openPage).toBeUndefined()
    const name = await open()
    expect(codeOf(await readOwnCase(at, of.user.accountId, name))).toBe('not_found')
    valueIn(await decided(at, name, LIN, suspendingPage))
    expect(certificateAt(at, of).steps.at(-1)).toMatchObject({ on: 'suspended', reason: 'page_without_link' })
    expect(certificateAt(at, of)).toMatchObject({ looks: { misses: 0 } })
  })

  it('never name who reports it, nor say a case of another account', async () => {
    await reports(at, id)
    expect(caseIdOf(caseNamed(at, openReport()))).toBe(openReport())
    expect(caseNamed(at, openReport()).said).toBeUndefined()
  })
})
