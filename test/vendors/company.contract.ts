import { afterEach, describe, expect, it } from 'vitest'
import {
  type CompanyChecker,
  type CompanyCheckResult,
  type CompanyField,
  itemsHandedOn,
} from '../../functions/certification/company/checker.ts'
import { dataItems, type Permit } from '../../functions/consent/permit.ts'
import { permitFor } from './checks.ts'
import { company, REFERENCE } from './companies.ts'
import { faults, type Received, silences, startVendor } from './vendor-server.ts'

/** How long a stage's checker waits for an answer: one test waits it out. */
export const PATIENCE_MS = 1000

/** A vendor as the contract needs it: its words, and what speaks to it with an account made for this run. */
export type CompanyStage = {
  vendor: string
  /** Calls that address, and waits `PATIENCE_MS` for connection and answer. */
  checkerAt(url: string): CompanyChecker
  /** What is answered where these do not belong to the rest, and the register says this of the state and the term. */
  finding(differs: readonly CompanyField[], status: string, period: string): string
  /** What is answered where neither code nor name is known. */
  nowhere: string
  /** An answer whose code is `code`; any value, as a broken vendor may send it. */
  saying(code: unknown): string
  /** The number of the call in every answer. */
  requestId: string
  /** Answers that repeat `text` wherever an answer can have one. */
  repeating(text: string): string[]
}

const OPEN = '2018-09-25/'

/** What every vendor of companies must do for those who use it, however it does it. */
export const companyContract = (name: string, stage: CompanyStage): void => {
  const permit = permitFor(stage.vendor, itemsHandedOn)
  const ask = (checker: CompanyChecker, given: Permit) => checker.check(company, { reference: REFERENCE }, given)
  const good = stage.finding([], '1', OPEN)

  describe(`${name} asked about a company`, () => {
    const opened: { close(): Promise<void> }[] = []
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    })
    const started = async (answer: Parameters<typeof startVendor>[0]) => {
      const vendor = await startVendor(answer)
      opened.push(vendor)
      return { calls: vendor.calls, checker: stage.checkerAt(`http://127.0.0.1:${vendor.port}/below/a/path`) }
    }
    const replying = async (
      text: string | Buffer,
      type = 'application/json',
    ): Promise<{ result: CompanyCheckResult; calls: Received[] }> => {
      const { checker, calls } = await started((_received, response) =>
        response.writeHead(200, { 'content-type': type }).end(text),
      )
      return { result: await ask(checker, permit), calls }
    }

    it('W2 asks once, and is told that all belongs together', async () => {
      const { result, calls } = await replying(good)
      expect(result).toMatchObject({
        ...{ kind: 'verdict', verdict: 'consistent', status: 'operating', billed: 'yes' },
        ...{ requestId: stage.requestId, registeredUntil: 'open' },
      })
      expect(calls).toHaveLength(1)
    })

    it('P11 sends what is asked about in the body alone', async () => {
      const { calls } = await replying(good)
      const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls
      const sent = decodeURIComponent(body)
      // Vendors take a lower-case x for a wrong number.
      for (const value of Object.values(company))
        expect(sent).toContain(value === company.idNumber ? value.toUpperCase() : value)
      expect(url).toBe('/below/a/path')
      for (const value of Object.values(company)) {
        expect(JSON.stringify(headers)).not.toContain(value)
        expect(JSON.stringify(headers)).not.toContain(encodeURIComponent(value))
      }
    })

    it.each<[CompanyField[]]>([
      [['companyName']],
      [['creditCode']],
      [['legalRepresentative']],
      [['idNumber']],
      [['legalRepresentative', 'idNumber']],
      [['companyName', 'legalRepresentative', 'idNumber']],
    ])('W2 is told what differs: %j', async (fields) => {
      const { result } = await replying(stage.finding(fields, '1', OPEN))
      expect(result).toMatchObject({ verdict: 'differs', fields, status: 'operating', billed: 'yes' })
    })

    it('W2 tells apart a company that is not known', async () => {
      expect((await replying(stage.nowhere)).result).toMatchObject({ kind: 'verdict', verdict: 'no_record' })
    })

    it.each([
      ['3', 'cancelled'],
      ['4', 'revoked'],
      ['5', 'withdrawn'],
      ['6', 'closed'],
      ['7', 'withdrawn'],
    ])('W2 has a reason of its own where all fits and the company has ended: %s is %s', async (code, status) => {
      const { result } = await replying(stage.finding([], code, OPEN))
      expect(result).toMatchObject({ verdict: 'not_operating', status, billed: 'yes' })
    })

    it.each([
      ['2', 'moved'],
      ['0', 'other'],
      ['17', 'other'],
    ])('W2 leaves to people what the state %s, %s, means', async (code, status) => {
      expect((await replying(stage.finding([], code, OPEN))).result).toMatchObject({ verdict: 'consistent', status })
    })

    it('W2 says how an ended company stands that differs too, and leaves a state that nobody said to people', async () => {
      const ended = await replying(stage.finding(['companyName'], '3', OPEN))
      expect(ended.result).toMatchObject({ verdict: 'differs', fields: ['companyName'], status: 'cancelled' })
      expect((await replying(stage.finding([], '', OPEN))).result).toMatchObject({ status: 'other' })
    })

    it.each([
      ['2018-09-25/2030-01-31', '20300131'],
      ['2018-09-25/9999-09-09', 'open'],
      ['2018-09-25/', 'open'],
      ['/', undefined],
      ['', undefined],
      ['长期', undefined],
      [`/${company.idNumber}`, undefined],
    ])('W4 tells until when it is registered: of %j %j', async (period, until) => {
      const { result } = await replying(stage.finding([], '1', period))
      expect(result).toMatchObject({ verdict: 'consistent' })
      expect('registeredUntil' in result ? result.registeredUntil : undefined).toBe(until)
    })

    it('goes by what an answer says, not by its media type', async () => {
      for (const type of ['text/html; charset=gbk', 'application/octet-stream', 'text/xml'])
        expect((await replying(good, type)).result).toMatchObject({ verdict: 'consistent' })
    })

    it('W2 was not executed where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      expect(await ask(stage.checkerAt(`http://127.0.0.1:${vendor.port}`), permit)).toEqual({
        ...{ kind: 'not_executed', vendorCode: 'ECONNREFUSED', notSent: true },
      })
    })

    it('W2 hostile: is unknown after one call where the vendor falls silent', async () => {
      const told = await Promise.all(
        Object.entries(silences).map(async ([which, fault]) => {
          const { checker, calls } = await started((_received, response) => fault(response, good))
          return { which, kind: (await ask(checker, permit)).kind, calls: calls.length }
        }),
      )
      expect(told).toEqual(Object.keys(silences).map((which) => ({ which, kind: 'unknown', calls: 1 })))
    })

    it.each(Object.entries(faults))('W2 hostile: is unknown after one call where the vendor %s', async (_, fault) => {
      const { checker, calls } = await started((_received, response) => fault(response, good))
      expect(await ask(checker, permit)).toMatchObject({ kind: 'unknown' })
      expect(calls).toHaveLength(1)
    })

    it('W2 hostile: is unknown where an answer is no text', async () => {
      const noise = Buffer.from(Array.from({ length: 256 }, (_, at) => (at * 7) % 256))
      expect((await replying(noise)).result.kind).toBe('unknown')
    })

    it('W2 hostile: takes no code it does not know for a verdict', async () => {
      for (const code of [
        '+1',
        ' 1',
        '1 ',
        '01',
        '',
        'Success',
        '77',
        'true',
        true,
        null,
        ['1'],
        { code: 1 },
        undefined,
      ])
        expect([code, (await replying(stage.saying(code))).result.kind]).toEqual([code, 'unknown'])
    })

    it('P11 hostile: gives back nothing of the company, whatever the vendor repeats', async () => {
      const texts = [...Object.values(company), company.idNumber.slice(0, 17)]
      for (const text of texts)
        for (const body of stage.repeating(text))
          expect(JSON.stringify((await replying(body)).result)).not.toContain(text)
    })

    it.each<[string, unknown]>([
      ['no permit', undefined],
      ['something that is no permit', {}],
      ['a permit for another vendor', permitFor('another_vendor', itemsHandedOn)],
      ...itemsHandedOn.map((item): [string, unknown] => [
        `a permit without the ${item}`,
        permitFor(
          stage.vendor,
          dataItems.filter((one) => one !== item),
        ),
      ]),
    ])('P11 sends nothing with %s', async (_, given) => {
      const { checker, calls } = await started((_received, response) => response.end(good))
      // The types forbid it: there is no other way to a permit than a disclosure.
      await expect(ask(checker, given as Permit)).rejects.toThrow()
      expect(calls).toEqual([])
    })
  })
}
