#ifndef DOVETAIL_CYAML_H
#define DOVETAIL_CYAML_H

#include <yaml.h>

#endif
