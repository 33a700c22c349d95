import { execFile } from 'node:child_process'
import { pathOf } from '../docs/repository.ts'

/** What the sample for those who verify certificates says of these arguments, asking a service where it asks one, and how it ends. */
export const verifyByExample = (url: string, ...args: string[]): Promise<{ code: number; out: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, SHIMING_URL: url }
    execFile(process.execPath, [pathOf('examples/verify-certificate.mjs'), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    )
  })
