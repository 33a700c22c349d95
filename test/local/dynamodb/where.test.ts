import { describe, expect, it } from 'vitest'
import { databaseHere } from '../../../local/dynamodb/where.ts'

const on = (platform: NodeJS.Platform, arch: NodeJS.Architecture, env: NodeJS.ProcessEnv = {}) =>
  databaseHere({ platform, arch, env })

describe('the DynamoDB of an engine', () => {
  it.each([
    ['darwin', 'arm64'],
    ['darwin', 'x64'],
    ['win32', 'x64'],
    ['linux', 'arm64'],
  ] as const)('%s-%s is told in one sentence what to install', (platform, arch) => {
    expect(() => on(platform, arch)).toThrow(
      `No table emulator comes with the packages for ${platform}-${arch}: start DynamoDB Local, by docker run -p 127.0.0.1:8000:8000 amazon/dynamodb-local, or by java -jar DynamoDBLocal.jar -inMemory (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DynamoDBLocal.html), and set DYNAMODB_ENDPOINT=http://127.0.0.1:8000`,
    )
  })

  it.each([
    ['http://127.0.0.1:8000', 8000],
    ['http://localhost:9000/', 9000],
    ['http://localhost', 80],
  ])('is the one at %s wherever that is set', (DYNAMODB_ENDPOINT, port) => {
    expect(on('darwin', 'arm64', { DYNAMODB_ENDPOINT })).toMatchObject({ port })
    expect(on('linux', 'x64', { DYNAMODB_ENDPOINT })).toMatchObject({ port })
  })

  it.each(['127.0.0.1:8000', 'https://127.0.0.1:8000', 'http://10.0.0.1:8000', 'http://127.0.0.1:8000/db', '8000'])(
    'is not %s',
    (DYNAMODB_ENDPOINT) => {
      expect(() => on('linux', 'x64', { DYNAMODB_ENDPOINT })).toThrow(
        `DYNAMODB_ENDPOINT must be http, on this machine and without a path, as http://127.0.0.1:8000, not ${DYNAMODB_ENDPOINT}`,
      )
    },
  )
})
