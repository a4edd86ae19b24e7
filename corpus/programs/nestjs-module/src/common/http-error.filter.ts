import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';

interface Answer {
  status(code: number): Answer;
  json(body: unknown): void;
}

@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const answer = host.switchToHttp().getResponse<Answer>();
    const status = error instanceof HttpException ? error.getStatus() : 500;
    answer.status(status).json({ error: error instanceof HttpException ? error.message : 'internal error' });
  }
}
