import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterEach, describe, expect, it } from 'vitest'
import { client } from '../../../shared/runtime/aws.ts'
import { awsStub, type Operation } from '../aws-stub.ts'

let stop = async (): Promise<void> => {}
afterEach(() => stop())

const clientOn = async (GetSecretValue: Operation) => {
  const stub = await awsStub({ GetSecretValue })
  stop = stub.stop
  const requestHandler = { ...client.requestHandler, requestTimeout: 120 }
  const manager = new SecretsManagerClient({ ...stub.settings, ...client, requestHandler })
  return { calls: stub.calls, read: () => manager.send(new GetSecretValueCommand({ SecretId: 'x' })) }
}

describe('AWS that does not answer', () => {
  it('is given up on and asked again, instead of waited for until the function is stopped', async () => {
    let asked = 0
    const { calls, read } = await clientOn(() => {
      asked += 1
      return asked === 1 ? 'lost' : { SecretString: '{}' }
    })
    expect((await read()).SecretString).toBe('{}')
    expect(calls).toHaveLength(2)
  })
  it('fails after the last try, well within the time of a request', async () => {
    const { calls, read } = await clientOn(() => 'lost')
    await expect(read()).rejects.toThrow('requestTimeout')
    expect(calls).toHaveLength(3)
    expect(client.maxAttempts * client.requestHandler.requestTimeout).toBeLessThan(29_000)
  })
})
