import { afterEach, describe, expect, it } from 'vitest'
import { dataItems, type Permit } from '../../functions/consent/permit.ts'
import {
  type CheckResult,
  type IdentityChecker,
  itemsAsked,
  type Question,
  questions,
} from '../../functions/verification/check/checker.ts'
import { askedOf, evidence, permitFor } from './checks.ts'
import { faults, type Received, silences, startVendor } from './vendor-server.ts'

/** How long a stage's checker waits for an answer: one test waits it out. */
export const PATIENCE_MS = 1000

/** A vendor as the contract needs it: its words, and what speaks to it with an account made for this run. */
export type CheckerStage = {
  vendor: string
  /** Calls that address, and waits `PATIENCE_MS` for connection and answer. */
  checkerAt(url: string): IdentityChecker
  /** The answer whose code is `code`; any value, as a broken vendor may send it. */
  saying(question: Question, code: unknown): string
  /** The code by which all that was asked about belongs together; none of a question that the vendor has no call for. */
  match: Readonly<Partial<Record<Question, string>>>
  /** The number of the call in every answer of `saying`. */
  requestId: string
  /** Answers that repeat `text` wherever an answer can have one. */
  repeating(question: Question, text: string): string[]
}

const questionNames = Object.keys(questions) as Question[]

/** What every identity vendor must do for those who use it, however it does it. */
export const checkerContract = (name: string, stage: CheckerStage): void => {
  const asked = questionNames.filter((question) => stage.match[question] !== undefined)
  const unasked = questionNames.filter((question) => !asked.includes(question))
  describe.each(unasked)(`${name} asked %s, of which it has no call`, (question) => {
    it('sends nothing', async () => {
      const vendor = await startVendor((_received, response) => response.end('{}'))
      const checker = stage.checkerAt(`http://127.0.0.1:${vendor.port}`)
      const permit = permitFor(stage.vendor, itemsAsked(question))
      const nothing = { kind: 'not_executed', notSent: true }
      expect(await checker.check(askedOf(question), permit)).toMatchObject(nothing)
      expect(vendor.calls).toEqual([])
      await vendor.close()
    })
  })

  describe(`${name} asked anything`, () => {
    it.each(Object.entries(silences))('P6 hostile: is unknown after one call where the vendor %s', async (_, fault) => {
      const askAboutIt = async (question: Question) => {
        const good = stage.saying(question, stage.match[question])
        const vendor = await startVendor((_received, response) => fault(response, good))
        const checker = stage.checkerAt(`http://127.0.0.1:${vendor.port}`)
        const { kind } = await checker.check(askedOf(question), permitFor(stage.vendor, itemsAsked(question)))
        await vendor.close()
        return { question, kind, calls: vendor.calls.length }
      }
      const told = await Promise.all(asked.map(askAboutIt))
      expect(told).toEqual(asked.map((question) => ({ question, kind: 'unknown', calls: 1 })))
    })
  })

  describe.each(asked)(`${name} asked %s`, (question) => {
    const permit = permitFor(stage.vendor, itemsAsked(question))
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
    ): Promise<{ result: CheckResult; calls: Received[] }> => {
      const { checker, calls } = await started((_received, response) =>
        response.writeHead(200, { 'content-type': type }).end(text),
      )
      return { result: await checker.check(askedOf(question), permit), calls }
    }
    const good = stage.saying(question, stage.match[question])

    it('P6 asks once, and is told that all belongs together', async () => {
      const { result, calls } = await replying(good)
      expect(result).toMatchObject({ kind: 'verdict', verdict: 'match', billed: 'yes', requestId: stage.requestId })
      expect(calls).toHaveLength(1)
    })

    it('P11 sends what is asked about and nothing else of anybody, in the body alone', async () => {
      const { calls } = await replying(good)
      const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = calls
      const sent = decodeURIComponent(body)
      for (const [element, value] of Object.entries(evidence)) {
        const isAsked = questions[question].some((one) => one === element)
        // Vendors take a lower-case x for a wrong number.
        expect([element, sent.includes(value.toUpperCase())]).toEqual([element, isAsked])
      }
      expect(url).toBe('/below/a/path')
      for (const value of Object.values(evidence)) expect(JSON.stringify(headers)).not.toContain(value)
    })

    it('goes by what an answer says, not by its media type', async () => {
      for (const type of ['text/html; charset=gbk', 'application/octet-stream', 'text/xml'])
        expect((await replying(good, type)).result).toMatchObject({ verdict: 'match' })
    })

    it('P6 was not executed where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      const checker = stage.checkerAt(`http://127.0.0.1:${vendor.port}`)
      expect(await checker.check(askedOf(question), permit)).toEqual({
        kind: 'not_executed',
        vendorCode: 'ECONNREFUSED',
        notSent: true,
      })
    })

    it.each(Object.entries(faults))('P6 hostile: is unknown after one call where the vendor %s', async (_, fault) => {
      const { checker, calls } = await started((_received, response) => fault(response, good))
      expect(await checker.check(askedOf(question), permit)).toMatchObject({ kind: 'unknown' })
      expect(calls).toHaveLength(1)
    })

    it('P6 tells how a call ended of which nothing is known', async () => {
      const failing = await started((_received, response) => response.writeHead(503).end(good))
      expect(await failing.checker.check(askedOf(question), permit)).toEqual({
        kind: 'unknown',
        vendorCode: 'http_503',
      })
      expect((await replying('<html>')).result).toEqual({ kind: 'unknown', vendorCode: 'not_json' })
    })

    it('P6 hostile: is unknown where an answer is no text', async () => {
      const noise = Buffer.from(Array.from({ length: 256 }, (_, at) => (at * 7) % 256))
      expect((await replying(noise)).result.kind).toBe('unknown')
    })

    it('P6 hostile: takes no code it does not know for a verdict', async () => {
      const match = stage.match[question] ?? ''
      const odd = [`+${match}`, ` ${match}`, `${match} `, `0${match}`, `${match}\u0000`, '', 'Success', '77', 'true']
      for (const code of [...odd, true, null, [match], { code: match }, undefined])
        expect([code, (await replying(stage.saying(question, code))).result.kind]).toEqual([code, 'unknown'])
    })

    it('P11 hostile: gives back nothing of the evidence, whatever the vendor repeats', async () => {
      const texts = [...Object.values(evidence), evidence.idNumber.slice(0, 17)]
      for (const text of texts)
        for (const body of stage.repeating(question, text))
          expect(JSON.stringify((await replying(body)).result)).not.toContain(text)
    })

    it.each<[string, unknown]>([
      ['no permit', undefined],
      ['something that is no permit', {}],
      ['a permit for another vendor', permitFor('another_vendor', itemsAsked(question))],
      ...itemsAsked(question).map((item): [string, unknown] => [
        `a permit without the ${item}`,
        permitFor(
          stage.vendor,
          dataItems.filter((one) => one !== item),
        ),
      ]),
    ])('P11 sends nothing with %s', async (_, given) => {
      const { checker, calls } = await started((_received, response) => response.end(good))
      // The types forbid it: there is no other way to a permit than a disclosure.
      await expect(checker.check(askedOf(question), given as Permit)).rejects.toThrow()
      expect(calls).toEqual([])
    })
  })
}
