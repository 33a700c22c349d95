import { describe, expect, it } from 'vitest'
import {
  completeRoute,
  getComplaintRoute,
  listComplaintsRoute,
  maliciousRoute,
  replyRoute,
} from '../../functions/complaints/operator.route.ts'
import { misfit } from '../http-event.ts'

const params = { channel: 'wechat_pay', id: '1' }

describe('P12 a complaint', () => {
  it.each([
    {},
    { reason: '' },
    { reason: '   ' },
    { reason: 'x'.repeat(501) },
    { reason: 'x', text: '' },
    { reason: 'x', text: '  ' },
    { reason: 'x', text: '长'.repeat(201) },
    { reason: 'x', text: 1 },
    { reason: 'x', more: 1 },
  ])('is not answered by %j', (body) => {
    expect(misfit(replyRoute, { params, body })).toMatchObject({ code: 'invalid_request' })
  })

  it('may be answered in 200 characters, also those of two code units', () => {
    expect(misfit(replyRoute, { params, body: { reason: 'x', text: '𠮷'.repeat(200) } })).toBeUndefined()
  })

  it.each([{}, { reason: ' ' }, { reason: 'x', text: 'y' }])('is neither ended nor found malicious by %j', (body) => {
    for (const route of [completeRoute, maliciousRoute])
      expect(misfit(route, { params, body })).toMatchObject({ code: 'invalid_request' })
  })

  it.each<Record<string, string>>([{ status: 'lost' }, { limit: '0' }, { limit: '101' }, { page: '1' }])(
    'is not listed by %j',
    (query) => {
      expect(misfit(listComplaintsRoute, { query })).toMatchObject({ code: 'invalid_request' })
    },
  )

  it('is named by its path alone', () => {
    expect(misfit(getComplaintRoute, { params })).toBeUndefined()
    expect(misfit(listComplaintsRoute, {})).toBeUndefined()
  })
})
