import * as z from 'zod/mini'
import { AwsRefusal, awsAnswer } from './proxy/aws-answer.ts'
import type { Backend } from './proxy/proxy.ts'

const input = z.object({ SecretId: z.string() })

const ARN = /^arn:.*:secret:/

/** GetSecretValue of Secrets Manager over these plain texts, by name or ARN. */
export const secretsManager = (secrets: Record<string, string>): Backend => {
  const values = new Map(Object.entries(secrets))
  return ({ operation, body }) => {
    if (operation !== 'GetSecretValue') {
      throw new AwsRefusal('UnknownOperationException', `${operation} does not run here`)
    }
    const parsed = z.safeParse(input, JSON.parse(body.toString()))
    if (!parsed.success) throw new AwsRefusal('InvalidParameterException', 'SecretId must be text')
    const { SecretId } = parsed.data
    const Name = SecretId.replace(ARN, '')
    const SecretString = values.get(Name)
    if (SecretString === undefined) {
      throw new AwsRefusal('ResourceNotFoundException', `Secrets Manager can't find the specified secret: ${SecretId}`)
    }
    const ARN_ = ARN.test(SecretId) ? SecretId : `arn:aws:secretsmanager:local:000000000000:secret:${Name}`
    return awsAnswer('secretsmanager', {
      ARN: ARN_,
      Name,
      SecretString,
      VersionId: 'local',
      VersionStages: ['AWSCURRENT'],
    })
  }
}
