import { afterEach, describe, expect, it } from 'vitest'
import { mailRequested, type Permit } from '../../functions/consent/permit.ts'
import type { MailResult, MailSender } from '../../functions/profile/email/mail-sender.ts'
import { faults, type Received, silences, startVendor } from './vendor-server.ts'

const TO = 'zhang@example.com'
const CODE = '048271'

/** A vendor as the contract needs it: its words, and what speaks to it with an account made for this run. */
export type MailStage = {
  vendor: string
  /** Calls that address, and waits only a little for connection and answer. */
  senderAt(url: string): MailSender<Permit>
  /** That it took an e-mail. */
  taken: string
  /** That it refuses with that code; any value, as a broken vendor may send it. */
  refusing(code: unknown): string
  /** A code that somebody must mend, one of an address that had too many, one of an address that is none, one of an owner who wants none. */
  codes: { repair: string; limited: string; bad: string; blocked: string }
  /** Answers that repeat `text` wherever an answer can have one. */
  repeating(text: string): string[]
}

/** What every vendor of e-mail must do for those who use it, however it does it. */
export const mailContract = (name: string, stage: MailStage): void => {
  describe(`${name} as a sender of e-mail`, () => {
    const permit = mailRequested(stage)
    const opened: { close(): Promise<void> }[] = []
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    })

    const started = async (answer: Parameters<typeof startVendor>[0]) => {
      const vendor = await startVendor(answer)
      opened.push(vendor)
      return { calls: vendor.calls, sender: stage.senderAt(`http://127.0.0.1:${vendor.port}/below/a/path`) }
    }
    const send = (sender: MailSender<Permit>) => sender.sendCode({ to: TO, code: CODE, minutes: 10 }, permit)
    const sending = async (text: string): Promise<{ result: MailResult; calls: Received[] }> => {
      const { sender, calls } = await started((_received, response) => response.end(text))
      return { result: await send(sender), calls }
    }

    it('sends address, code and minutes in one call, in the body alone', async () => {
      const { result, calls } = await sending(stage.taken)
      expect(result).toEqual({ kind: 'sent' })
      expect(calls).toHaveLength(1)
      const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls
      for (const sent of [TO, CODE, '10']) expect(body).toContain(sent)
      expect(url).toBe('/below/a/path')
      expect(JSON.stringify(headers)).not.toContain(TO)
      expect(JSON.stringify(headers)).not.toContain(CODE)
    })

    it('says of a refusal by which certainly nothing was sent why, and of any other that it is in doubt', async () => {
      const { repair, limited, bad, blocked } = stage.codes
      const because = {
        [repair]: 'needs_repair',
        [limited]: 'address_limited',
        [bad]: 'bad_address',
        [blocked]: 'blocked',
      }
      for (const [code, reason] of Object.entries(because))
        expect((await sending(stage.refusing(code))).result).toEqual({ kind: 'not_taken', because: reason, code })
      expect((await sending(stage.refusing('SomethingNew'))).result).toEqual({ kind: 'in_doubt', code: 'SomethingNew' })
    })

    it('knows that nothing was sent where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      const sender = stage.senderAt(`http://127.0.0.1:${vendor.port}`)
      expect(await send(sender)).toEqual({ kind: 'not_taken', because: 'not_sent', code: 'ECONNREFUSED' })
    })

    it.each(Object.entries({ ...faults, ...silences }))(
      'is in doubt after one call where the vendor %s',
      async (_is, fault) => {
        const { sender, calls } = await started((_received, response) => fault(response, stage.taken))
        expect(await send(sender)).toMatchObject({ kind: 'in_doubt' })
        expect(calls).toHaveLength(1)
      },
    )

    it.each([['Ok'], [''], [0], [null], [true], [TO], [[]]])(
      'never takes the code %j for sent, nor repeats it',
      async (code) => {
        const { result } = await sending(stage.refusing(code))
        expect(result.kind).toBe('in_doubt')
        expect(JSON.stringify(result)).not.toContain(TO)
      },
    )

    it('P11 passes on nothing that could repeat what was sent', async () => {
      for (const text of [TO, CODE, `<${TO}>`, '张三'])
        for (const answer of stage.repeating(text))
          expect(JSON.stringify((await sending(answer)).result)).not.toContain(text)
    })
  })
}
