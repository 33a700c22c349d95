import { beforeEach, describe, expect, it } from 'vitest'
import { groupedId } from '../../../functions/certificates/certificate/certificate-id.ts'
import { showCertificateDetail } from '../../../functions/certificates/desk/desk-view.ts'
import { listCertificates } from '../../../functions/certificates/desk/list-certificates.ts'
import { readCertificate } from '../../../functions/certificates/desk/read-certificate.ts'
import { epochRaised } from '../../../functions/gate/epoch-store.ts'
import { DAY } from '../../../shared/kernel/time.ts'
import type { Applied } from '../../certification/applications/applying.ts'
import { appAt } from '../../certification/fixture.ts'
import { codeOf, refusalOf, valueIn } from '../../kit.ts'
import { lettersTo, type ReviewWorld, WANG } from '../../review/fixture.ts'
import {
  certificateAt,
  certificateById,
  certificateEventsOf,
  certified,
  certifiedAnew,
  cleared,
  standingAt,
} from '../certifying.ts'
import { certifiedAtDesk, moves } from './desk.ts'

describe('W7 what operators do to a certificate', () => {
  let at: ReviewWorld
  let of: Applied
  let id: string
  beforeEach(async () => {
    ;({ at, of, id } = await certifiedAtDesk())
  })

  const told = () => certificateEventsOf(at, of).slice(1)
  const letters = () => lettersTo(at, of.user.accountId)
  const records = () =>
    at.table.items().filter((item) => item.subject === `certificate:${id}` && item.action !== undefined)

  it('is suspended, with its event, its letter and its record, in one commit', async () => {
    const before = letters().length
    const after = valueIn(await moves(at, groupedId(id).toLowerCase(), {}))
    expect(after.status).toBe('suspended')
    const kept = certificateAt(at, of)
    expect(kept).toMatchObject({ status: 'suspended', decided: { by: ['lin'], words: '页面上冒用了证书' } })
    expect(kept.steps.at(-1)).toEqual({ at: at.time.now, on: 'suspended', status: 'suspended', reason: 'misuse' })
    expect(told()).toMatchObject([
      { type: 'certification.suspended', data: { certificate: id, app: of.appId, reason: 'misuse' } },
    ])
    expect(letters().length).toBe(before + 1)
    const content = String(letters().at(-1)?.content)
    expect(content).toContain('页面上冒用了证书')
    expect(content).toContain(`/developer/apps/${of.appId}/certificate`)
    expect(content).toContain('申诉')
    expect(records()).toMatchObject([
      {
        action: 'certificate_suspend',
        detail: 'misuse',
        reason: '页面上冒用了证书',
        by: { kind: 'operator', id: 'lin' },
      },
    ])
    // The app keeps its name meanwhile.
    expect(appAt(at, { id: of.appId })?.certifiedName).toBe('晨光读书会')
  })

  it('changes nothing the second time somebody says the same', async () => {
    await moves(at, id, {})
    const items = at.table.items().length
    expect(codeOf(await moves(at, id, {}))).toBe('ok')
    expect(at.table.items().length).toBe(items)
    expect(told()).toHaveLength(1)
  })

  it('is one of two operators alone, when both do it at once', async () => {
    const both = await Promise.all([moves(at, id, {}), moves(at, id, { words: '另一位也看到了' }, WANG)])
    expect(both.map(codeOf).sort()).toEqual(['certificate_not_so', 'ok'])
    expect(records()).toHaveLength(1)
    expect(told()).toHaveLength(1)
  })

  it('is what comes second where one suspends and another revokes', async () => {
    await Promise.all([moves(at, id, {}), moves(at, id, { move: 'revoke', reason: 'false_evidence' }, WANG)])
    const { status, steps } = certificateAt(at, of)
    expect(status).toBe('revoked')
    expect(steps.map(({ on }) => on)).toContain('revoked')
    expect(told()).toHaveLength(steps.length - 1)
  })

  it('takes the certification off the app when it is revoked, and gives it back when it is reinstated', async () => {
    valueIn(await moves(at, id, { move: 'revoke', reason: 'false_evidence' }))
    expect(appAt(at, { id: of.appId })).toMatchObject({ name: '晨光读书会', certificate: id })
    expect(appAt(at, { id: of.appId })?.certifiedName).toBeUndefined()
    valueIn(await moves(at, id, { move: 'reinstate', reason: 'mistake' }))
    expect(appAt(at, { id: of.appId })).toMatchObject({ certifiedName: '晨光读书会', certifiedBy: of.id })
    expect(standingAt(at, certificateAt(at, of)).status).toBe('valid')
    expect(told().map(({ type }) => type)).toEqual(['certification.revoked', 'certification.reinstated'])
    expect(certificateAt(at, of).validUntil).toBe(certificateById(at, id).validUntil)
  })

  it('is not reinstated once the app was certified anew, or has another name', async () => {
    valueIn(await moves(at, id, { move: 'revoke', reason: 'false_evidence' }))
    const other = await certified(at, '夜航船', 1)
    const { id: otherId } = certificateAt(at, other)
    valueIn(await moves(at, otherId, { move: 'revoke', reason: 'misuse' }))
    await certifiedAnew(at, of)
    expect(codeOf(await moves(at, id, { move: 'reinstate', reason: 'mistake' }))).toBe('certificate_app_changed')
    expect(certificateById(at, id).status).toBe('revoked')
  })

  it('does only what is possible as it stands, for the reasons of each', async () => {
    expect(codeOf(await moves(at, id, { move: 'reinstate', reason: 'mistake' }))).toBe('certificate_not_so')
    const refusal = refusalOf(await moves(at, id, { reason: 'mistake' }))
    expect(refusal.fields).toMatchObject([{ pointer: '/reason', code: 'certificate_reason_unknown' }])
    expect(codeOf(await moves(at, 'nosuchid', {}))).toBe('not_found')
    await moves(at, id, {})
    expect(refusalOf(await moves(at, id, { words: '再来一次' })).extra).toEqual({ standing: 'suspended' })
  })

  it('reinstates nobody who is nobody any more, also where that happens in the same moment', async () => {
    await moves(at, id, { move: 'revoke', reason: 'misuse' })
    await at.table.commit([epochRaised(of.user.accountId)])
    expect(codeOf(await moves(at, id, { move: 'reinstate', reason: 'mistake' }))).toBe('certificate_not_so')
    const other = await certified(at, '夜航船', 1)
    const { id: otherId } = certificateAt(at, other)
    await moves(at, otherId, {})
    const { commit } = at.table
    const racing = {
      ...at,
      table: {
        ...at.table,
        commit: async (writes: Parameters<typeof commit>[0]) => {
          racing.table.commit = commit
          await at.table.commit([epochRaised(other.user.accountId)])
          return commit(writes)
        },
      },
    }
    expect(codeOf(await moves(racing, otherId, { move: 'reinstate', reason: 'mistake' }))).toBe('certificate_not_so')
    expect(standingAt(at, certificateById(at, otherId)).status).toBe('revoked')
  })

  it('has expired at once where it is reinstated after its end; nobody sits a suspension out', async () => {
    await moves(at, id, {})
    at.time.now = certificateAt(at, of).validUntil + DAY
    expect(standingAt(at, certificateAt(at, of)).status).toBe('suspended')
    valueIn(await moves(at, id, { move: 'reinstate', reason: 'remedied' }))
    expect(standingAt(at, certificateAt(at, of)).status).toBe('expired')
  })

  it('writes down first that it has expired, where an expired one is revoked', async () => {
    at.time.now = certificateAt(at, of).validUntil + DAY
    valueIn(await moves(at, id, { move: 'revoke', reason: 'false_evidence' }))
    expect(certificateAt(at, of).steps.map(({ on }) => on)).toEqual(['issued', 'expired', 'revoked'])
    expect(appAt(at, { id: of.appId })?.certifiedName).toBeUndefined()
  })

  it('shows operators one with all of it, those of an account, of an app, and those that were moved last', async () => {
    const other = await certified(at, '夜航船', 1)
    await moves(at, id, {})
    const read = valueIn(await readCertificate(at, groupedId(id)))
    const shown = showCertificateDetail(read.of, read.reports)
    expect(shown).toMatchObject({ id, status: 'suspended', reason: 'misuse', decided: { by: ['lin'] } })
    expect(shown.moves.map(({ move }) => move)).toEqual(['revoke', 'reinstate'])
    const ids = async (asked: object) =>
      valueIn(await listCertificates(at, { limit: 10, ...asked })).certificates.map((row) => [row.id, row.status])
    const otherId = certificateAt(at, other).id
    expect(await ids({})).toEqual([[id, 'suspended']])
    expect(await ids({ account: other.user.accountId })).toEqual([[otherId, 'valid']])
    expect(await ids({ app: of.appId })).toEqual([[id, 'suspended']])
    await cleared(at, other.user)
    expect(await ids({ account: other.user.accountId })).toEqual([[otherId, 'revoked']])
    expect(codeOf(await listCertificates(at, { limit: 10, cursor: 'nonsense' }))).toBe('invalid_cursor')
    expect(codeOf(await readCertificate(at, 'AAAA'))).toBe('not_found')
  })
})
