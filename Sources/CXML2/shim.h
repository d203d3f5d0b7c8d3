#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/// `xmlFree` is a variable, which Swift 6 does not let be read.
static inline void dateline_xml_free(void *pointer) { xmlFree(pointer); }
