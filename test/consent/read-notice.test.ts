import { describe, expect, it } from 'vitest'
import { noticeKeeper } from '../../functions/consent/keep-notice.ts'
import { consentKeys } from '../../functions/consent/keys.ts'
import { noticeInForce } from '../../functions/consent/notice.ts'
import { showNotice } from '../../functions/consent/notice-view.ts'
import { readNotice } from '../../functions/consent/read-notice.ts'
import { settingsOf } from '../../functions/settings.ts'
import { memoryTable } from '../../shared/table/memory.ts'
import { codeOf, valueIn } from '../kit.ts'

const noticeOf = (consentNotice: string) =>
  noticeInForce(
    settingsOf(
      'sandbox',
      JSON.stringify({ consentNotice, platform: { name: consentNotice }, recheck: { afterMs: 0 } }),
    ),
  )

const [before, now] = [noticeOf('2026-11'), noticeOf('2027-01')]

describe('M7 a notice somebody agreed to', () => {
  it('is kept once for each instance, and can be read when another is in force', async () => {
    const table = memoryTable()
    const keep = noticeKeeper({ table }, before)
    for (let times = 0; times < 3; times += 1) expect(await keep()).toEqual(before)
    expect(table.calls()).toBe(1)
    // Another instance finds it there.
    await noticeKeeper({ table }, before)()
    expect(valueIn(await readNotice({ table, notices: [now] }, before.version))).toEqual(before)
    expect(table.items()).toHaveLength(1)
  })

  it('is never overwritten', async () => {
    const table = memoryTable()
    await noticeKeeper({ table }, before)()
    await noticeKeeper({ table }, { ...before, texts: now.texts })()
    expect(valueIn(await readNotice({ table, notices: [now] }, before.version)).texts).toEqual(before.texts)
  })

  it('is kept by the next call where one failed', async () => {
    const table = memoryTable()
    let fails = true
    const commit: typeof table.commit = (writes) =>
      fails ? Promise.reject(new Error('not now')) : table.commit(writes)
    const keep = noticeKeeper({ table: { commit } }, now)
    await expect(keep()).rejects.toThrow('not now')
    fails = false
    await keep()
    expect(await table.get(consentKeys.notice(now.version))).toBeDefined()
  })

  it('in force is read from the settings, before anybody agreed to it', async () => {
    const table = memoryTable()
    expect(valueIn(await readNotice({ table, notices: [now] }, now.version))).toEqual(now)
    expect(table.calls()).toBe(0)
    expect(showNotice(now, 'en')).toMatchObject({ version: now.version, language: 'en', ...now.texts.en })
  })

  it.each(['2020-01', '2027-01', 'constructor', `${now.version}x`])(
    'there never was is not found: %s',
    async (version) => {
      expect(codeOf(await readNotice({ table: memoryTable(), notices: [now] }, version))).toBe('not_found')
    },
  )
})
