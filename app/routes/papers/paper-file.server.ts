import { paperDocx } from '#app/domain/papers/paper-docx.server.ts';
import { paperPdf } from '#app/domain/papers/paper-pdf.server.ts';
import type { Paper } from '#app/domain/papers/paper.ts';
import { download } from '../programme/download.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A paper to save as PDF. */
export const pdfFile = async (paper: Paper): Promise<Response> => new Response(new Uint8Array(await paperPdf(paper)), { headers: download(`${paper.name}.pdf`, 'application/pdf') });

/** A paper to save for Word. */
export const docxFile = async (paper: Paper): Promise<Response> => new Response(new Uint8Array(await paperDocx(paper)), { headers: download(`${paper.name}.docx`, DOCX) });
