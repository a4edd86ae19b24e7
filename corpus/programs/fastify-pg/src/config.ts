export interface Config {
  readonly port: number;
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly exportFolder: string;
}

function required(name: string, fallback: string): string {
  return process.env[name] ?? fallback;
}

export const config: Config = {
  port: Number(required('PORT', '3000')),
  databaseUrl: required('DATABASE_URL', 'postgres://localhost/loans'),
  poolSize: Number(required('POOL_SIZE', '6')),
  exportFolder: required('EXPORT_FOLDER', 'exports'),
};
