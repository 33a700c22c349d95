/** The name of what an ARN points at: its last part. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf(':') + 1)
