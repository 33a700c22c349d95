import { afterEach, describe, expect, it } from 'vitest'
import { disclosing, itemsOf, type Permit } from '../../../functions/consent/permit.ts'
import { type FaceVendor, itemsHandedOn } from '../../../functions/face/vendors/vendor.ts'
import { evidence } from '../checks.ts'
import { faults, type Received, silences, startVendor } from '../vendor-server.ts'

/** How long a stage's adapter waits for an answer. */
export const PATIENCE_MS = 1000

const CHALLENGE = '0193a1b2c3d4e5f60718293a4b5c6d7e'
const RETURN_URL = 'https://shiming.test/face/return/1'

/** A permit as the commit that opens a confirmation gives it. */
export const facePermit = (recipient: string, items: readonly ('name' | 'id_number')[] = itemsHandedOn): Permit =>
  disclosing(
    { id: 'c', accountId: 'a', purpose: 'face', items: itemsOf.face, notice: 'n' },
    { id: 'd', recipient, items, faceCheck: 'f', at: 0 },
  ).permit

export const beginning = {
  person: { name: evidence.name, idNumber: evidence.idNumber },
  challenge: CHALLENGE,
  returnUrl: RETURN_URL,
  userAgent: 'Mozilla/5.0 (a phone)',
}

/** A vendor as the contract needs it: its words, and what speaks to it with an account made for this run. */
export type FaceStage = {
  vendor: string
  faceAt(url: string): FaceVendor
  /** The answer that begins, with that token and that page. */
  begun(token: string, url: string): string
  token: string
  /** The answer by which the person passed, and one by which an attempt did not. */
  passed: string
  failed: string
  /** Passed in a way nobody documented; any value, as a broken vendor may send it. */
  saying(code: unknown): string
  /** Answers that repeat `text` wherever an answer can have one. */
  repeating(text: string): string[]
  /** Whether the signature of a request is right. */
  isSigned(received: Received): Promise<boolean>
}

/** What every vendor of confirmation by face must do for those who use it, however it does it. */
export const faceContract = (name: string, stage: FaceStage): void => {
  const opened: { close(): Promise<void> }[] = []
  const URL_THERE = 'https://elsewhere.example.com/page?x=1'

  const started = async (answer: Parameters<typeof startVendor>[0]) => {
    const vendor = await startVendor(answer)
    opened.push(vendor)
    return { calls: vendor.calls, face: stage.faceAt(`http://127.0.0.1:${vendor.port}/below/a/path`) }
  }
  const replying = (text: string) => started((_received, response) => response.end(text))
  const permit = facePermit(stage.vendor)

  describe(`W8 ${name} begins`, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    })

    it('with name and number, our challenge and the way back, signed and in the body alone', async () => {
      const { face, calls } = await replying(stage.begun(stage.token, URL_THERE))
      expect(await face.begin(beginning, permit)).toMatchObject({
        kind: 'begun',
        token: { token: stage.token, url: URL_THERE },
      })
      const [call] = calls
      if (!call) throw new Error('nothing was sent')
      const sent = decodeURIComponent(call.body)
      for (const part of [evidence.name, evidence.idNumber.toUpperCase(), CHALLENGE, RETURN_URL])
        expect(sent).toContain(part)
      expect(sent).not.toContain(evidence.phone)
      expect(call.url).toBe('/below/a/path')
      for (const part of [evidence.name, evidence.idNumber]) expect(JSON.stringify(call.headers)).not.toContain(part)
      expect(await stage.isSigned(call)).toBe(true)
      expect(calls).toHaveLength(1)
    })

    it('nowhere in particular: the page may be at any host, and only at one', async () => {
      for (const page of ['https://t.aliyun.com/abc', 'http://127.0.0.1:4000/x']) {
        const { face } = await replying(stage.begun(stage.token, page))
        expect(await face.begin(beginning, permit)).toMatchObject({ kind: 'begun', token: { url: page } })
      }
      for (const page of ['javascript:alert(1)', 'data:text/html,x', 'not an address', '']) {
        const { face } = await replying(stage.begun(stage.token, page))
        expect([page, (await face.begin(beginning, permit)).kind]).toEqual([page, 'unknown'])
      }
    })

    it('nothing where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      const face = stage.faceAt(`http://127.0.0.1:${vendor.port}`)
      expect(await face.begin(beginning, permit)).toEqual({
        ...{ kind: 'not_begun', vendorCode: 'ECONNREFUSED', notSent: true },
      })
    })

    it.each(Object.entries(faults))('hostile: nobody knows what, where the vendor %s', async (_, fault) => {
      const { face, calls } = await started((_received, response) =>
        fault(response, stage.begun(stage.token, URL_THERE)),
      )
      expect(await face.begin(beginning, permit)).toMatchObject({ kind: 'unknown' })
      expect(calls).toHaveLength(1)
    })

    it('hostile: never with a token that could be somebody’s data', async () => {
      for (const token of [evidence.idNumber, evidence.name, 'a b', '../x', '', 'x'.repeat(200)]) {
        const { face } = await replying(stage.begun(`${token} `, URL_THERE))
        expect([token, (await face.begin(beginning, permit)).kind]).toEqual([token, 'unknown'])
      }
    })

    it.each<[string, unknown]>([
      ['no permit', undefined],
      ['something that is no permit', {}],
      ['a permit for another vendor', facePermit('another_vendor')],
      ['a permit without the number', facePermit(stage.vendor, ['name'])],
      ['a permit without the name', facePermit(stage.vendor, ['id_number'])],
    ])('P11 hostile: nothing with %s', async (_, given) => {
      const { face, calls } = await replying(stage.begun(stage.token, URL_THERE))
      await expect(face.begin(beginning, given as Permit)).rejects.toThrow()
      expect(calls).toEqual([])
    })
  })

  it.each(Object.entries(silences))(
    `W8 ${name} hostile: nobody knows what began or became of it where the vendor %s`,
    async (_, fault) => {
      const begins = await started((_received, response) => fault(response, stage.begun(stage.token, URL_THERE)))
      const looks = await started((_received, response) => fault(response, stage.passed))
      const told = await Promise.all([begins.face.begin(beginning, permit), looks.face.look(stage.token)])
      expect(told.map(({ kind }) => kind)).toEqual(['unknown', 'unknown'])
      expect([begins.calls.length, looks.calls.length]).toEqual([1, 1])
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    },
  )

  describe(`W8 ${name} is asked what became of it`, () => {
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((vendor) => vendor.close()))
    })

    it('by its token, signed, and says nothing else of anybody', async () => {
      const { face, calls } = await replying(stage.passed)
      expect(await face.look(stage.token)).toMatchObject({ kind: 'confirmed', charged: 1 })
      const [call] = calls
      if (!call) throw new Error('nothing was sent')
      expect(call.body).toContain(stage.token)
      for (const part of [evidence.name, evidence.idNumber]) expect(decodeURIComponent(call.body)).not.toContain(part)
      expect(await stage.isSigned(call)).toBe(true)
    })

    it('and a failure is none of the service', async () => {
      const { face } = await replying(stage.failed)
      expect(await face.look(stage.token)).toMatchObject({ kind: 'failed' })
    })

    it('and nobody knows where nobody listens', async () => {
      const vendor = await startVendor(() => undefined)
      await vendor.close()
      expect(await stage.faceAt(`http://127.0.0.1:${vendor.port}`).look(stage.token)).toMatchObject({ kind: 'unknown' })
    })

    it.each(Object.entries(faults))('hostile: nobody knows where the vendor %s', async (_, fault) => {
      const { face, calls } = await started((_received, response) => fault(response, stage.passed))
      expect(await face.look(stage.token)).toMatchObject({ kind: 'unknown' })
      expect(calls).toHaveLength(1)
    })

    it('hostile: takes nothing it does not know for a confirmation', async () => {
      for (const code of [
        '+0',
        ' 0',
        '00',
        'Success',
        'true',
        'T',
        '',
        77,
        -1,
        0.5,
        true,
        null,
        ['0'],
        { code: 0 },
        undefined,
      ]) {
        const { face } = await replying(stage.saying(code))
        const { kind } = await face.look(stage.token)
        expect([code, kind === 'confirmed']).toEqual([code, false])
      }
    })

    it('P11 hostile: prints nothing of the person, whatever the vendor repeats', async () => {
      for (const text of [evidence.name, evidence.idNumber, evidence.idNumber.toUpperCase()])
        for (const body of stage.repeating(text)) {
          const { face } = await replying(body)
          expect(JSON.stringify(await face.look(stage.token))).not.toContain(text)
          expect(JSON.stringify(await face.begin(beginning, permit))).not.toContain(text)
        }
    })
  })
}
