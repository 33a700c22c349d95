import * as z from 'zod/mini'
import { AwsRefusal, awsAnswer } from './proxy/aws-answer.ts'
import type { Backend } from './proxy/proxy.ts'
import { secretArn, secretName } from './template/arn.ts'

const asked = z.object({ SecretId: z.string() })

/** GetSecretValue of Secrets Manager over these plain texts, by name or ARN. */
export const secretsManager = (secrets: Record<string, string>): Backend => {
  const values = new Map(Object.entries(secrets))
  return ({ operation, input }) => {
    if (operation !== 'GetSecretValue') {
      throw new AwsRefusal('UnknownOperationException', `${operation} does not run here`)
    }
    const parsed = z.safeParse(asked, input)
    if (!parsed.success) throw new AwsRefusal('InvalidParameterException', 'SecretId must be text')
    const { SecretId } = parsed.data
    const Name = secretName(SecretId)
    const SecretString = values.get(Name)
    if (SecretString === undefined) {
      throw new AwsRefusal('ResourceNotFoundException', `Secrets Manager can't find the specified secret: ${SecretId}`)
    }
    return awsAnswer('secretsmanager', {
      ARN: secretArn('arn:aws:secretsmanager:local:000000000000', SecretId),
      Name,
      SecretString,
      VersionId: 'local',
      VersionStages: ['AWSCURRENT'],
    })
  }
}
