import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kernel/time.ts'
import { type Instance, instance } from './fixture/instance.ts'

let local: Instance
beforeAll(async () => {
  local = await instance({ sources: () => join(import.meta.dirname, 'fixture/functions/echo.ts') })
})
afterAll(async () => {
  await local.stop()
})

describe('an engine for a debugger', () => {
  it('runs the source it is shown in place of the bundle', async () => {
    expect((await local.get('/frozen')).json()).toMatchObject({ rawPath: '/frozen' })
  })

  it('ends nothing for taking long', async () => {
    expect((await local.get('/echo?as=environment')).json().remaining).toBeGreaterThan(HOUR)
  })
})
