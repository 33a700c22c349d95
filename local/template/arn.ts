/** The name of what an ARN points at: its last part. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)

const SECRET = /^arn:.*:secret:/

/** Secrets Manager appends to a name a dash and six characters of its own choice. */
const SUFFIX = '-local0'

/** The ARN of a secret that is named, or has its ARN, in a place like `arn:aws:secretsmanager:us-east-1:000000000000`. */
export const secretArn = (place: string, secretId: string): string =>
  SECRET.test(secretId) ? secretId : `${place}:secret:${secretId}${SUFFIX}`

/** The name of a secret that is named, or has its ARN. */
export const secretName = (secretId: string): string =>
  SECRET.test(secretId) ? secretId.replace(SECRET, '').replace(new RegExp(`${SUFFIX}$`), '') : secretId
