import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { certificateStatuses } from '../../../functions/certificates/certificate/certificate.ts'
import { showStatement, statementShown } from '../../../functions/certificates/showing/statement-view.ts'
import { rfc3339 } from '../../../shared/kernel/time.ts'
import { NOON } from '../../kit.ts'
import { sampleCertificate } from '../sample.ts'
import { ID } from './world.ts'

const stated = (of: Parameters<typeof sampleCertificate>[0] = {}) =>
  showStatement({ id: ID, standing: sampleCertificate(of) }, NOON)

const company = { name: '北京晨光文化有限公司', creditCode: '91110105MA01ABCD7U' }

describe('W7 a statement', () => {
  it.each(certificateStatuses)('says that a certificate is %s, and everything about it all the same', (status) => {
    const said = stated({ status })
    expect(z.parse(statementShown, said)).toEqual(said)
    expect(said).toMatchObject({
      id: ID,
      answer: status,
      wellFormed: true,
      name: '晨光读书会',
      says: 'identity, not quality',
    })
  })

  it('tells of an organisation its name and code, and of a person neither', () => {
    expect(stated({ kind: 'enterprise', organisation: company }).subject).toEqual({ kind: 'enterprise', ...company })
    expect(stated().subject).toEqual({ kind: 'individual', name: null, creditCode: null })
  })

  it('tells nobody whose account it is, nor by which application', () => {
    const of = sampleCertificate()
    const text = JSON.stringify(stated())
    for (const secret of [of.accountId, of.application, of.appId, rfc3339(of.heldSince ?? 0)])
      expect(text).not.toContain(secret)
  })

  it('tells former names and what happened, with classes of reasons', () => {
    const said = stated({
      names: [{ name: '晨光读书', from: NOON - 5, until: NOON }],
      steps: [
        { at: NOON, on: 'issued', status: 'valid' },
        { at: NOON + 1, on: 'suspended', status: 'suspended', reason: 'misuse' },
      ],
    })
    expect(said.formerNames).toEqual([{ name: '晨光读书', from: rfc3339(NOON - 5), until: rfc3339(NOON) }])
    expect(said.history.map(({ on, status, reason }) => [on, status, reason])).toEqual([
      ['issued', 'valid', null],
      ['suspended', 'suspended', 'misuse'],
    ])
  })

  it('of an id that is none says so and nothing else', () => {
    const nothing = { answer: 'unknown', name: null, subject: null, app: null, formerNames: [], history: [] }
    expect(showStatement({ id: ID }, NOON)).toMatchObject({ id: ID, wellFormed: true, ...nothing })
    expect(showStatement({ id: undefined }, NOON)).toMatchObject({ id: null, wellFormed: false, ...nothing })
  })
})
