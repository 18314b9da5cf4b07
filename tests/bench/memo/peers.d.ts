/* Peers without types of their own; nothing but the bench uses them. */
declare module 'pdfkit';
declare module 'pdfmake';
