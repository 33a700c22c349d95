import { mkdtempSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readAlong, stepsOf } from '../docs/read-along.ts'
import { filesLike, pathOf, textOf } from '../docs/repository.ts'
import { startShell } from '../docs/shell.ts'
import type { Instance } from './instance.ts'
import { sharedInstance } from './shared-instance.ts'

/** Pages whose blocks need an instance and nothing else; the READMEs also start it: test/docs/readme.deep.test.ts. */
const pages = filesLike('docs/*.md').filter((page) => stepsOf(textOf(page)).length > 0)

describe('what pages say is so when a reader does it', () => {
  let instance: Instance
  beforeAll(async () => {
    instance = await sharedInstance()
  })
  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it.each(pages)('%s', async (page) => {
    await instance.clear()
    const folder = mkdtempSync(join(inject('scratch'), 'page-'))
    symlinkSync(pathOf('node_modules'), join(folder, 'node_modules'))
    const shell = startShell(folder, { PATH: process.env.PATH, HOME: folder, NO_COLOR: '1' })
    const { platform, platformKey, operatorKey } = instance
    const instead = { 'http://127.0.0.1:4000': platform.url, 'smk_…': platformKey, 'smo_…': operatorKey }
    expect(await readAlong(textOf(page), { shell, folder, instead })).toEqual([])
    shell.stop()
  })
})
