import { afterEach, describe, expect, it } from 'vitest'
import type { SmsReport, SmsResult, SmsSender } from '../../functions/account/codes/sms-sender.ts'
import { type Permit, requested } from '../../functions/consent/permit.ts'
import { MINUTE } from '../../shared/kernel/time.ts'
import { faults, type Received, silences, startVendor } from './vendor-server.ts'

/** How long a stage's sender waits for an answer. */
export const PATIENCE_MS = 500

/** 4 November 2026, 12:00 in Beijing. */
export const NOW = Date.UTC(2026, 10, 4, 4)

const PHONE = '19400000000'
const CODE = '048271'
const REF = '0193a1b2c3d4e5f60718293a4b5c6d7e'
const AT = NOW - MINUTE

/** A vendor as the contract needs it: its words, and what speaks to it with an account made for this run. */
export type SmsStage = {
  vendor: string
  /** Calls that address, and waits `PATIENCE_MS` for connection and answer; its clock stands at `NOW`. */
  senderAt(url: string): SmsSender<Permit>
  /** That it took a text. */
  taken: string
  /** That it refuses with that code; any value, as a broken vendor may send it. Of each kind of refusal it has. */
  refusing(code: unknown): string[]
  /** What it knows of texts of that reference, or of none: what the carrier said of each. */
  receipts(of: { ref: unknown; said: 'arrived' | 'nothing' | { failed: string } }[], at: number): string
  /** A code that another vendor may be asked after, and one of a number that had too many. */
  codes: { repair: string; limited: string; failed: string }
  /** Answers that repeat `text` wherever an answer can have one. */
  repeating(text: string): string[]
}

/** What every vendor of texts must do for those who use it, however it does it. */
export const smsContract = (name: string, stage: SmsStage): void => {
  describe(`${name} as a sender of texts`, () => {
    const permit = requested({ vendor: stage.vendor })
    const opened: { close(): Promise<void> }[] = []
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    })

    const started = async (answer: Parameters<typeof startVendor>[0]) => {
      const vendor = await startVendor(answer)
      opened.push(vendor)
      return { calls: vendor.calls, sender: stage.senderAt(`http://127.0.0.1:${vendor.port}/below/a/path`) }
    }
    const send = (sender: SmsSender<Permit>) =>
      sender.sendCode({ phone: PHONE, code: CODE, minutes: 5, ref: REF }, permit)
    const ask = (sender: SmsSender<Permit>) => sender.reportOn({ phone: PHONE, ref: REF, at: AT }, permit)
    const sending = async (text: string): Promise<{ result: SmsResult; calls: Received[] }> => {
      const { sender, calls } = await started((_received, response) => response.end(text))
      return { result: await send(sender), calls }
    }
    const asking = async (text: string): Promise<{ report: SmsReport; calls: Received[] }> => {
      const { sender, calls } = await started((_received, response) => response.end(text))
      return { report: await ask(sender), calls }
    }

    it('sends number, code and our own number of the text in one call, in the body alone', async () => {
      const { result, calls } = await sending(stage.taken)
      expect(result).toEqual({ kind: 'sent' })
      expect(calls).toHaveLength(1)
      const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls
      for (const sent of [PHONE, CODE, REF]) expect(decodeURIComponent(body)).toContain(sent)
      expect(url).toBe('/below/a/path')
      expect(JSON.stringify(headers)).not.toContain(PHONE)
      expect(JSON.stringify(headers)).not.toContain(CODE)
    })

    it('tells a result by a template of its own, with number, result and our own number of the text in the body alone', async () => {
      const { sender, calls } = await started((_received, response) => response.end(stage.taken))
      const news = { phone: PHONE, template: '2400001', news: '请于12月30日前补正', ref: REF }
      expect(await sender.sendNews(news, permit)).toEqual({ kind: 'sent' })
      expect(calls).toHaveLength(1)
      const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls
      for (const sent of [PHONE, '2400001', '请于12月30日前补正', REF]) expect(decodeURIComponent(body)).toContain(sent)
      expect(url).toBe('/below/a/path')
      expect(JSON.stringify(headers)).not.toContain(PHONE)
    })

    it('says of a result what it says of a code: whether it certainly was not taken', async () => {
      const news = { phone: PHONE, template: '2400001', news: '已通过认证', ref: REF }
      const [answer = ''] = stage.refusing(stage.codes.limited)
      const refusing = await started((_received, response) => response.end(answer))
      expect(await refusing.sender.sendNews(news, permit)).toMatchObject({ because: 'number_limited' })
      const silent = await started((_received, response) => Object.values(faults)[0]?.(response, stage.taken))
      expect(await silent.sender.sendNews(news, permit)).toMatchObject({ kind: 'in_doubt' })
      await expect(silent.sender.sendNews(news, requested({ vendor: 'another' }))).rejects.toThrow('no permit')
      expect(silent.calls).toHaveLength(1)
    })

    it('says of a refusal by which certainly nothing was sent why, and of any other that it is in doubt', async () => {
      for (const answer of stage.refusing(stage.codes.repair))
        expect((await sending(answer)).result).toEqual({
          kind: 'not_taken',
          because: 'needs_repair',
          code: stage.codes.repair,
        })
      for (const answer of stage.refusing(stage.codes.limited))
        expect((await sending(answer)).result).toMatchObject({ kind: 'not_taken', because: 'number_limited' })
      for (const answer of stage.refusing('SomethingNew'))
        expect((await sending(answer)).result).toEqual({ kind: 'in_doubt', code: 'SomethingNew' })
    })

    it('knows that nothing was sent where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      const sender = stage.senderAt(`http://127.0.0.1:${vendor.port}`)
      expect(await send(sender)).toEqual({ kind: 'not_taken', because: 'not_sent', code: 'ECONNREFUSED' })
      expect(await ask(sender)).toEqual({ kind: 'unavailable', code: 'ECONNREFUSED' })
    })

    it.each(Object.keys(faults))('is in doubt after one call where the vendor %s', async (fault) => {
      const { sender, calls } = await started((_received, response) => faults[fault]?.(response, stage.taken))
      expect(await send(sender)).toMatchObject({ kind: 'in_doubt' })
      expect(calls).toHaveLength(1)
    })

    it.each(Object.keys(silences))('is in doubt, and could not ask, where the vendor %s', async (fault) => {
      const good = stage.receipts([{ ref: REF, said: 'arrived' }], AT + 7000)
      const sends = await started((_received, response) => silences[fault]?.(response, stage.taken))
      const asks = await started((_received, response) => silences[fault]?.(response, good))
      const told = await Promise.all([send(sends.sender), ask(asks.sender)])
      expect(told.map(({ kind }) => kind)).toEqual(['in_doubt', 'unavailable'])
      expect([sends.calls.length, asks.calls.length]).toEqual([1, 1])
    })

    it.each([['ok '], ['Ok.'], [''], [0], [null], [undefined], [true], [PHONE], [[]]])(
      'never takes the code %j for sent, nor repeats it',
      async (code) => {
        for (const answer of stage.refusing(code)) {
          const { result } = await sending(answer)
          expect(result.kind).toBe('in_doubt')
          expect(JSON.stringify(result)).not.toContain(PHONE)
        }
      },
    )

    it('asks for the receipt of that very text, by number and time, in the body alone', async () => {
      const other = { ref: `${REF}x`, said: { failed: stage.codes.failed } } as const
      const { report, calls } = await asking(stage.receipts([other, { ref: REF, said: 'arrived' }], AT + 7000))
      expect(report).toEqual({ kind: 'delivered', at: AT + 7000 })
      expect(calls.map(({ url }) => url)).toEqual(['/below/a/path'])
      expect(decodeURIComponent(calls[0]?.body ?? '')).toContain(PHONE)
    })

    it('says why a text did not arrive, and no more than that where it has no row for it', async () => {
      const failed = (code: string) => stage.receipts([{ ref: REF, said: { failed: code } }], AT + 7000)
      expect((await asking(failed(stage.codes.failed))).report).toMatchObject({
        kind: 'undelivered',
        because: 'unreachable',
        code: stage.codes.failed,
      })
      expect((await asking(failed('XX:9999'))).report).toMatchObject({ kind: 'undelivered', because: 'carrier' })
    })

    it('waits where the carrier has said nothing, or only of other texts', async () => {
      const known: Parameters<SmsStage['receipts']>[0][] = [
        [],
        [{ ref: REF, said: 'nothing' }],
        [{ ref: 'other', said: 'arrived' }],
        [{ ref: null, said: 'arrived' }],
      ]
      for (const texts of known)
        expect((await asking(stage.receipts(texts, AT + 7000))).report).toEqual({ kind: 'waiting' })
    })

    it('could not ask where it is refused, and says if that is ours to mend', async () => {
      const [whole = ''] = stage.refusing(stage.codes.repair)
      const code = stage.codes.repair
      expect((await asking(whole)).report).toEqual({ kind: 'unavailable', code, needsRepair: true })
      const [later = ''] = stage.refusing(stage.codes.limited)
      expect((await asking(later)).report).toEqual({ kind: 'unavailable', code: stage.codes.limited })
    })

    it.each(Object.keys(faults))('could not ask where the vendor %s', async (fault) => {
      const good = stage.receipts([{ ref: REF, said: 'arrived' }], AT + 7000)
      const { sender } = await started((_received, response) => faults[fault]?.(response, good))
      expect(await ask(sender)).toMatchObject({ kind: 'unavailable' })
    })

    it('P11 passes on nothing that could repeat what was sent', async () => {
      for (const text of [PHONE, CODE, `+86${PHONE}`, '张三'])
        for (const answer of stage.repeating(text)) {
          expect(JSON.stringify((await sending(answer)).result)).not.toContain(text)
          expect(JSON.stringify((await asking(answer)).report)).not.toContain(text)
        }
    })
  })
}
