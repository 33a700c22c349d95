import { spawnSync } from 'node:child_process'
import { Worker } from 'node:worker_threads'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runDecoder } from '../../../functions/material/picture/run-decoder.ts'
import { outcome } from '../picture-stage.ts'
import { chunk, png, squares } from '../png-bytes.ts'
import { TERMS } from '../terms.ts'

const sent = (bytes: Uint8Array, more: Partial<typeof TERMS> = {}) =>
  ({ bytes, type: 'image/png', terms: { ...TERMS, ...more } }) as const

const decoded = async (...args: Parameters<typeof runDecoder>): Promise<string> => outcome(await runDecoder(...args))

const source = (path: string): string => JSON.stringify(import.meta.resolve(path))

describe('the thread that decodes', () => {
  it('is ended where a picture takes too long, and the next has another', async () => {
    expect(await decoded(sent(squares()))).toBe('taken')
    expect(await decoded(sent(squares()), 0)).toBe('not_read_in_time')
    expect(await decoded(sent(squares()))).toBe('taken')
  })

  it('may die of anything, and the next has another', async () => {
    expect(await decoded(sent(squares(), { keptBytes: 1 }))).toBe('decode_failed')
    expect(await decoded(sent(squares()))).toBe('taken')
  })

  it('has two gigabytes and no more: what needs more is not decoded', async () => {
    const rows = chunk('IDAT', deflateSync(Buffer.alloc(1000)))
    const form = { width: 24_000, height: 24_000, depth: 8, colour: 6, interlace: 1 }
    expect(await decoded(sent(png(form, rows), { mostPixels: Number.POSITIVE_INFINITY }))).toBe('decode_failed')
    expect(await decoded(sent(squares()))).toBe('taken')
  })

  it('decodes one picture after the other', async () => {
    const all = await Promise.all([1, 2, 3].map(() => decoded(sent(squares()))))
    expect(all).toEqual(['taken', 'taken', 'taken'])
  })

  it('works below another thread, and after that was frozen', async () => {
    // As the local engine runs a function: between events its thread sleeps, and no message reaches it.
    const script = `
      const { parentPort } = await import('node:worker_threads')
      const { takePicture } = await import(${source('../../../functions/material/picture/take-picture.ts')})
      const { squares } = await import(${source('../png-bytes.ts')})
      const terms = ${JSON.stringify(TERMS)}
      for (let event = 0; event < 3; event += 1) {
        parentPort.postMessage((await takePicture(squares(), 'image/png', terms)).kind)
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
      }`
    const said: unknown[] = []
    const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`))
    thread.on('message', (message) => said.push(message))
    const code = await new Promise((resolve, reject) => thread.once('exit', resolve).once('error', reject))
    expect({ code, said }).toEqual({ code: 0, said: ['taken', 'taken', 'taken'] })
  })
  it('keeps no process alive, and writes nothing', () => {
    const script = `
      import { takePicture } from ${source('../../../functions/material/picture/take-picture.ts')}
      import { squares } from ${source('../png-bytes.ts')}
      const terms = ${JSON.stringify(TERMS)}
      const damaged = squares().fill(0xaa, 60, 70)
      for (const bytes of [squares(), damaged, squares()]) console.log((await takePicture(bytes, 'image/png', terms)).kind)`
    const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect({ stdout, stderr, status }).toEqual({ stdout: 'taken\nrefused\ntaken\n', stderr: '', status: 0 })
  })
})
