import { describe, expect, it } from 'vitest'
import { applicantKinds } from '../../../functions/certification/applicants/applicant-kinds.ts'
import { materialFaults, materialRules } from '../../../functions/certification/judging/material-rules.ts'

describe('W4 which pictures belong to an application', () => {
  const plain = { operator: false, name: false }
  const others = { operator: true, name: true }

  it('are the licence of a company or a sole trader, the certificate of a government body, and nothing of a person', () => {
    expect(materialFaults('enterprise', ['business_licence'], plain)).toEqual([])
    expect(materialFaults('sole_trader', ['business_licence'], plain)).toEqual([])
    expect(materialFaults('government', ['organisation_certificate'], plain)).toEqual([])
    expect(materialFaults('individual', [], plain)).toEqual([])
  })

  it('are with them a letter where somebody else speaks for it, and proof where the name touches a right', () => {
    expect(materialFaults('enterprise', ['business_licence'], others)).toEqual([
      { code: 'material_missing', kind: 'authorisation_letter' },
      { code: 'material_missing', kind: 'name_proof' },
    ])
    expect(materialFaults('enterprise', ['business_licence', 'authorisation_letter', 'name_proof'], others)).toEqual([])
    expect(materialFaults('individual', [], others)).toEqual([{ code: 'material_missing', kind: 'name_proof' }])
  })

  it('are told all at once: missing, too many, and what nobody asked for', () => {
    expect(materialFaults('enterprise', ['holder', 'name_proof', 'other_proof'], plain)).toEqual([
      { code: 'material_missing', kind: 'business_licence' },
      { code: 'material_not_asked', kind: 'holder' },
    ])
    expect(materialFaults('government', ['organisation_certificate', 'organisation_certificate'], plain)).toEqual([
      { code: 'material_too_many', kind: 'organisation_certificate' },
    ])
    expect(materialFaults('individual', Array(6).fill('other_proof'), plain)).toEqual([
      { code: 'material_too_many', kind: 'other_proof' },
    ])
  })

  it('never fill an application beyond what one commit may hold', () => {
    for (const kind of applicantKinds) {
      const most = materialRules[kind].reduce((sum, rule) => sum + rule.most, 0)
      expect(most).toBeLessThanOrEqual(20)
    }
  })
})
